import { z } from 'zod';
import { StaleReaderError } from '../errors';
import type { Head } from '../ports';
import type { Connection } from './connection';
import { headOf } from './head-vertex';
import { g, t } from './language';
import { groups } from './pieces';

/** How many texts are read at once: at most some 10 MB of pieces. */
const PAGE = 40;

const row = z.map(z.string(), z.string());

/** The `text` of vertices by id; those that are not there are left out. One round trip for each 40 ids. */
export async function readTexts(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const page of groups(ids, PAGE)) {
    const found = await connection.submit(
      g
        .V(...page)
        .project('id', 'text')
        .by(t.id)
        .by('text'),
    );
    for (const each of found) {
      const text = row.parse(each);
      texts.set(text.get('id') ?? '', text.get('text') ?? '');
    }
  }
  return texts;
}

/**
 * As `readTexts`, in the order of the ids, of texts that are there as of a head.
 * @throws StaleReaderError when one is not, or not yet.
 */
export async function readTextsAt(
  connection: Connection,
  head: Head,
  ids: readonly string[],
): Promise<readonly string[]> {
  const texts = await readTexts(connection, ids);
  return ids.map((id) => {
    const text = texts.get(id);
    if (text === undefined) throw new StaleReaderError(headOf(head));
    return text;
  });
}
