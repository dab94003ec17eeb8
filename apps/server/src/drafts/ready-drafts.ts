import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Draft, parseDraft } from '@karma/editor';

/** A file among the drafts that everybody is offered that cannot be offered. */
export interface UnreadableDraft {
  readonly file: string;
  readonly reason: string;
}

export interface ReadyDrafts {
  /** By file name. */
  readonly drafts: readonly Draft[];
  readonly unreadable: readonly UnreadableDraft[];
}

/**
 * The drafts that everybody is offered; one that cannot be read hides none of the others.
 * @param directory of `*.json` files; `null` for none.
 */
export async function readyDrafts(directory: string | null): Promise<ReadyDrafts> {
  if (directory === null) return { drafts: [], unreadable: [] };
  const listed = await readdir(directory).catch(reasonOf);
  if (typeof listed === 'string') return { drafts: [], unreadable: [{ file: directory, reason: listed }] };
  const files = listed.filter((file) => file.endsWith('.json')).sort();
  const read = await Promise.all(
    files.map(async (file) => {
      const draft = await readFile(path.join(directory, file), 'utf8').then(parseDraft).catch(reasonOf);
      return { file, draft };
    }),
  );
  return {
    drafts: read.flatMap(({ draft }) => (typeof draft === 'string' ? [] : [draft])),
    unreadable: read.flatMap(({ file, draft }) =>
      typeof draft === 'string' ? [{ file, reason: draft }] : [],
    ),
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
