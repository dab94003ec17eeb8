import type { ComponentId } from '@karma/core';
import { componentIdSchema } from '@karma/core';
import { z } from 'zod';

const KEY = 'karma.recent';
const KEPT = 8;

const recentSchema = z.array(componentIdSchema).catch([]);

const read = (): unknown => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
};

/** The components looked at last on this machine, newest first. */
export const recentComponents = (): ComponentId[] => recentSchema.parse(read());

/** Puts a component in front of the recent ones. */
export function rememberComponent(id: ComponentId) {
  const others = recentComponents().filter((other) => other !== id);
  localStorage.setItem(KEY, JSON.stringify([id, ...others].slice(0, KEPT)));
}
