import type { ComponentType } from '@karma/core';

export const at = { file: 'components/app/main.tf', line: 7 };

/** A module that reads another component through one key of its config, or outright. */
export function reads(
  pointer: string | null,
  targetType: string,
  consumes: 'all' | string[] = 'all',
  nickname: string | null = null,
): Partial<ComponentType> {
  return { references: [{ pointer, targetType, nickname, required: true, consumes, at }] };
}
