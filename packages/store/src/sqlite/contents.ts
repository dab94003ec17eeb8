import { z } from 'zod';
import type { Sql } from './sql';

const AMONG = 'hash IN (SELECT value FROM json_each(?))';
const hashRow = z.object({ hash: z.string() });
const contentRow = hashRow.extend({ text: z.string() });

export function hasContents(sql: Sql, hashes: readonly string[]): Set<string> {
  const rows = sql.all(`SELECT hash FROM content WHERE ${AMONG}`, hashRow, [JSON.stringify(hashes)]);
  return new Set(rows.map(({ hash }) => hash));
}

export function readContents(sql: Sql, hashes: readonly string[]): Map<string, string> {
  const rows = sql.all(`SELECT hash, text FROM content WHERE ${AMONG}`, contentRow, [JSON.stringify(hashes)]);
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}
