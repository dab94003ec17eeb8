import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** How far one parameter was observed. */
export interface Observed {
  readonly version: number;
  /** From 1; grows when a parameter comes back after a deletion and its versions start anew. */
  readonly life: number;
  /** ISO 8601, when its deletion was noticed; empty while it exists. */
  readonly deletedAt: string;
}

/** How far each parameter was observed, by name. */
export type Progress = ReadonlyMap<string, Observed>;

/** Sorted lines, deflated: the names resemble each other, so that 10,000 parameters take some tens of KB. */
export function progressToCursor(progress: Progress): string {
  const lines = [...progress]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { version, life, deletedAt }]) => `${name} ${version} ${life} ${deletedAt}`);
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
    const [name = '', version, life, deletedAt = ''] = line.split(' ');
    if (!name.startsWith('/') || !Number(version) || !Number(life)) return undefined;
    progress.set(name, { version: Number(version), life: Number(life), deletedAt });
  }
  return progress;
}
