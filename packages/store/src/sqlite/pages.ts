import type { Observation } from '@karma/core';
import { z } from 'zod';
import type { WorldEntry } from '../ports';
import { subjectColumn } from './rows';
import type { Sql, Value } from './sql';

const PAGE = 1000;

/**
 * Reads in pages, so that no statement stays open while the caller awaits something.
 * @param text takes the key of the last row before, and how many rows to read.
 */
export function* readPages<Row>(
  read: (text: string, values: readonly Value[]) => readonly Row[],
  text: string,
  start: Value,
  keyOf: (row: Row) => Value,
): Iterable<Row> {
  for (let after = start; ; ) {
    const rows = read(text, [after, PAGE]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keyOf(last);
  }
}

const observationRow = z.object({ position: z.number(), body: z.string() });

export async function* readObservations(sql: Sql): AsyncIterable<Observation> {
  const text = 'SELECT position, body FROM observation WHERE position > ? ORDER BY position LIMIT ?';
  const rows = readPages(
    (...query) => sql.all(query[0], observationRow, query[1]),
    text,
    0,
    ({ position }) => position,
  );
  for (const { body } of rows) {
    const observation: Observation = JSON.parse(body);
    yield observation;
  }
}

const entryRow = z.object({ subject: subjectColumn, hash: z.string(), origin: z.string() });

export async function* readEntries(sql: Sql): AsyncIterable<WorldEntry> {
  const text = 'SELECT subject, hash, origin FROM entry WHERE subject > ? ORDER BY subject LIMIT ?';
  const rows = readPages(
    (...query) => sql.all(query[0], entryRow, query[1]),
    text,
    '',
    ({ subject }) => subject,
  );
  for (const { subject, hash, origin } of rows) yield { subject, hash, origin: JSON.parse(origin) };
}
