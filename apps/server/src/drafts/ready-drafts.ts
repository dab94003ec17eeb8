import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Draft, DraftFormatError, parseDraft } from '@karma/editor';

/** A file among the drafts that everybody is offered which is none. */
export class ReadyDraftError extends Error {
  override readonly name = 'ReadyDraftError';
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file} cannot be offered: ${reason} Export it again, or take it away.`);
  }
}

/**
 * The drafts that everybody is offered, by file name.
 * @param directory of `*.json` files; `null` for none.
 * @throws ReadyDraftError for a file that cannot be read as a draft.
 */
export async function readyDrafts(directory: string | null): Promise<Draft[]> {
  if (directory === null) return [];
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map((file) => readReadyDraft(path.join(directory, file))));
}

async function readReadyDraft(file: string): Promise<Draft> {
  const text = await readFile(file, 'utf8');
  try {
    return parseDraft(text);
  } catch (error) {
    throw error instanceof DraftFormatError ? new ReadyDraftError(file, error.message) : error;
  }
}
