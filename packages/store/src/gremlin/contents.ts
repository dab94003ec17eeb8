import { z } from 'zod';
import type { Connection } from './connection';
import { g } from './language';
import type { Names } from './names';
import { groups } from './pieces';
import { readTexts } from './texts';

const PAGE = 2000;
const ids = z.array(z.string());

/** One round trip for each 2000 hashes. */
export async function hasContents(
  connection: Connection,
  names: Names,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const page of groups(hashes, PAGE)) {
    const vertices = g.V(...page.map((hash) => names.content(hash)));
    for (const id of ids.parse(await connection.submit(vertices.id()))) found.add(id);
  }
  return new Set(hashes.filter((hash) => found.has(names.content(hash))));
}

/** One round trip for each 40 hashes. */
export async function readContents(
  connection: Connection,
  names: Names,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await readTexts(
    connection,
    hashes.map((hash) => names.content(hash)),
  );
  return new Map(
    hashes.flatMap((hash) => {
      const text = texts.get(names.content(hash));
      return text === undefined ? [] : [[hash, text] as const];
    }),
  );
}
