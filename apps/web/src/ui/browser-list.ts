import { z } from 'zod/mini';

/** A few things that this browser remembers, newest first. */
export interface BrowserList<T> {
  readonly read: () => T[];
  /** Puts a thing in front; what it held already moves there. */
  readonly remember: (item: T) => void;
}

/** @param kept how many are remembered. What is stored and makes no sense counts as nothing. */
export function browserList<T>(key: string, item: z.ZodMiniType<T>, kept: number): BrowserList<T> {
  const schema = z.catch(z.array(item), []);
  const read = () => schema.parse(stored(key));
  return {
    read,
    remember: (newest) => {
      const others = read().filter((other) => other !== newest);
      localStorage.setItem(key, JSON.stringify([newest, ...others].slice(0, kept)));
    },
  };
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}
