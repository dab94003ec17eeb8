import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Versions from the first to the second. */
export type Range = readonly [number, number];

/** How far one parameter was observed. */
export interface Observed {
  readonly version: number;
  /** From 1; grows when a parameter comes back after a deletion and its versions start anew. */
  readonly life: number;
  /** ISO 8601, when its deletion was noticed; empty while it exists. */
  readonly deletedAt: string;
  /** ISO 8601, when this version was written; empty where versions alone tell what is new. */
  readonly writtenAt: string;
  /** Earlier versions of this life that were not observed, and may still be. */
  readonly missing: readonly Range[];
}

/** How far each parameter was observed, by name. */
export type Progress = ReadonlyMap<string, Observed>;

/** Sorted lines, deflated: the names resemble each other, so that 10,000 parameters take some tens of KB. */
export function progressToCursor(progress: Progress): string {
  const lines = [...progress]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { version, life, deletedAt, writtenAt, missing }]) => {
      const ranges = missing.map(([from, to]) => `${from}-${to}`).join(',');
      return `${name} ${version} ${life} ${deletedAt} ${writtenAt} ${ranges}`.trimEnd();
    });
  return deflateRawSync(lines.join('\n')).toString('base64');
}

/** @returns `undefined` when the text is no cursor of ours. */
export function cursorToProgress(cursor: string): Map<string, Observed> | undefined {
  const progress = new Map<string, Observed>();
  let text: string;
  try {
    text = inflateRawSync(Buffer.from(cursor, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [name = '', version, life, deletedAt = '', writtenAt = '', ranges = ''] = line.split(' ');
    if (!name.startsWith('/') || !Number(version) || !Number(life)) return undefined;
    const missing = ranges
      .split(',')
      .filter((range) => range !== '')
      .map((range): Range => {
        const [from, to] = range.split('-').map(Number);
        return [from ?? 0, to ?? 0];
      });
    progress.set(name, { version: Number(version), life: Number(life), deletedAt, writtenAt, missing });
  }
  return progress;
}

/** Where a cursor stands, for people. */
export function positionOf(cursor: string): string | null {
  const progress = cursorToProgress(cursor);
  if (!progress) return null;
  const count = [...progress.values()].filter(({ deletedAt }) => deletedAt === '').length;
  return `${count} ${count === 1 ? 'parameter' : 'parameters'}`;
}

/** As `positionOf`, with how much of their past is still to be read. */
export function positionWithPast(cursor: string): string | null {
  const position = positionOf(cursor);
  let left = 0;
  for (const { missing } of cursorToProgress(cursor)?.values() ?? [])
    for (const [from, to] of missing) left += to - from + 1;
  return left === 0 ? position : `${position}, earlier versions to be read: ${left}`;
}
