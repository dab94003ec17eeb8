import { z } from 'zod';
import { StaleReaderError } from '../errors';
import type { Head } from '../ports';
import type { Connection } from './connection';
import { headOf } from './head-vertex';
import { g, t } from './language';
import { PAGE } from './pages';
import { groups } from './pieces';

const row = z.map(z.string(), z.string());

/** The `text` of vertices by id; those that are not there are left out. One round trip for each `size` ids. */
export async function readTexts(
  connection: Connection,
  ids: readonly string[],
  size = PAGE,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const page of groups(ids, size)) {
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
  size = PAGE,
): Promise<readonly string[]> {
  const texts = await readTexts(connection, ids, size);
  return ids.map((id) => {
    const text = texts.get(id);
    if (text === undefined) throw new StaleReaderError(headOf(head));
    return text;
  });
}
