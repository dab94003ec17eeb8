import { type ParameterState, parameterSchema } from '@karma/core';
import type { z } from 'zod';
import type { outputValueSchema } from '../api/schemas/graph';

/** The outputs that one runtime parameter holds; those of a `SecureString` are names without values. */
export function outputsOf(
  { name, type }: Pick<ParameterState, 'name' | 'type'>,
  content: string | undefined,
): z.infer<typeof outputValueSchema>[] {
  const secret = type === 'SecureString';
  const parsed = content === undefined ? undefined : parameterSchema.safeParse(JSON.parse(content)).data;
  const value = secret ? null : (parsed?.value ?? null);
  if (!name.endsWith('/runtime')) {
    const key = name.slice(name.indexOf('/runtime/') + '/runtime/'.length);
    return [{ key, value, secret, parameter: name }];
  }
  return Object.entries(readObject(value)).map(([key, item]) => ({
    key,
    value: typeof item === 'string' ? item : JSON.stringify(item),
    secret,
    parameter: name,
  }));
}

function readObject(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
