import type { Revision } from '@karma/core';
import { z } from 'zod';
import { GenerationChangedError } from '../errors';
import type { RevisionLog, RevisionSummary } from '../ports';
import { readHead } from './head';
import { readChanges } from './read-versions';
import { numberRow } from './rows';
import { OPEN } from './schema';
import type { Sql } from './sql';

const summaryRow = z.object({ summary: z.string() });

function summaryOf({ summary }: z.infer<typeof summaryRow>): RevisionSummary {
  return JSON.parse(summary);
}

/** See `RevisionLog.revisions`. */
export function readSummaries(
  sql: Sql,
  { before = OPEN, limit, component }: Parameters<RevisionLog['revisions']>[0],
): RevisionSummary[] {
  const rows =
    component === undefined
      ? sql.all('SELECT summary FROM revision WHERE number < ? ORDER BY number DESC LIMIT ?', summaryRow, [
          before,
          limit,
        ])
      : sql.all(
          `SELECT summary FROM touch JOIN revision ON number = touch.revision
           WHERE component = ? AND touch.revision < ? ORDER BY touch.revision DESC LIMIT ?`,
          summaryRow,
          [component, before, limit],
        );
  return rows.map(summaryOf);
}

/** See `RevisionLog.revision`. */
export function readRevision(sql: Sql, keyOrNumber: string | number): Revision | undefined {
  return sql.read(() => {
    const found =
      typeof keyOrNumber === 'number'
        ? { number: keyOrNumber }
        : sql.first('SELECT number FROM revision WHERE key = ? ORDER BY number DESC LIMIT 1', numberRow, [
            keyOrNumber,
          ]);
    return found && readRange(sql, found.number, found.number)[0];
  });
}

/** See `RevisionLog.changesSince`. @throws GenerationChangedError */
export function readRevisionsSince(sql: Sql, generation: number, number: number): Revision[] {
  return sql.read(() => {
    const head = readHead(sql);
    if (head.generation !== generation) throw new GenerationChangedError(generation, head.generation);
    return readRange(sql, number + 1, head.revision);
  });
}

function readRange(sql: Sql, first: number, last: number): Revision[] {
  const text = 'SELECT summary FROM revision WHERE number BETWEEN ? AND ? ORDER BY number';
  const rows = sql.all(text, summaryRow, [first, last]);
  const changes = readChanges(sql, first, last);
  return rows.flatMap((row) => {
    const { counts: _, touched: __, ...rest } = summaryOf(row);
    const own = changes.get(rest.number);
    return own ? [{ ...rest, changes: own }] : [];
  });
}
