import { comparePositions, type Position } from '@karma/core';
import { z } from 'zod';

/** How far a source got: what the store keeps as its cursor. */
const progressSchema = z.strictObject({
  /** The source's own cursor; `null` before its first whole batch was stored. */
  cursor: z.string().nullable(),
  /** Key of its last observation that the cursor covers, and of its last one in the log; empty when there is none. */
  coveredKey: z.string(),
  lastKey: z.string(),
  /** The moment of its last observation in history. */
  at: z.string(),
  /** It is no longer configured, and what it brought is gone from the world. */
  retired: z.boolean(),
});
export type Progress = z.infer<typeof progressSchema>;

export const NO_PROGRESS: Progress = {
  cursor: null,
  coveredKey: '',
  lastKey: '',
  at: '0000-01-01T00:00:00.000Z',
  retired: false,
};

export type ProgressBySource = ReadonlyMap<string, Progress>;

export function readProgress(cursors: ReadonlyMap<string, string>): Map<string, Progress> {
  return new Map([...cursors].map(([source, text]) => [source, progressSchema.parse(JSON.parse(text))]));
}

export function writeProgress(progress: Progress): string {
  return JSON.stringify(progress);
}

/** Where history ends: everything before is late. */
export function endOfHistory(progress: ProgressBySource): Position {
  let end: Position = { at: NO_PROGRESS.at, source: '' };
  for (const [source, { at }] of progress) {
    if (comparePositions({ at, source }, end) > 0) end = { at, source };
  }
  return end;
}
