import { type Stats, statSync } from 'node:fs';

/** How coarse the clocks of file systems may be. */
const COARSEST_MS = 2000;

/** What tells that a file or folder was not touched since it was read. */
export interface Stamp {
  readonly text: string;
  /** Read so soon after it changed that a further change may carry the same time. */
  readonly isFresh: boolean;
}

/** @returns `undefined` when it is gone. */
export function stampOf(path: string): (Stamp & { readonly size: number }) | undefined {
  const stat: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return {
    text: `${stat.mtimeMs} ${stat.size} ${stat.ino}`,
    isFresh: Date.now() - stat.mtimeMs < COARSEST_MS,
    size: stat.size,
  };
}

export function isUntouched(known: Stamp | undefined, now: Stamp): boolean {
  return known !== undefined && !known.isFresh && known.text === now.text;
}
