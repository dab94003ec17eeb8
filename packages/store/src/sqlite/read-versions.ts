import type { Change, ChangeSet, Graph } from '@karma/core';
import { dependencyKey } from '@karma/core';
import { z } from 'zod';
import { compareText } from '../order';
import { COMPONENT, DEPENDENCY, type Element, FINDING } from './elements';
import { bodyRow } from './rows';
import { OPEN } from './schema';
import type { Sql } from './sql';

/** SQL that holds for the versions that count at a revision; takes its number twice. */
export const VISIBLE = 'since <= ? AND until > ?';

/** The whole graph as of a revision. */
export function readGraph(sql: Sql, number: number): Graph {
  return {
    components: new Map(readAll(sql, COMPONENT, number).map((value) => [value.id, value])),
    dependencies: new Map(
      readAll(sql, DEPENDENCY, number).map((value) => [dependencyKey(value.from, value.to), value]),
    ),
    findings: new Map(readAll(sql, FINDING, number).map((value) => [value.id, value])),
  };
}

function readAll<V>(sql: Sql, { table, parse }: Element<V>, number: number): V[] {
  const text = `SELECT body FROM ${table} WHERE ${VISIBLE}`;
  return sql.all(text, bodyRow, [number, number]).map(({ body }) => parse(body));
}

/** The change sets of the revisions `first` to `last`, by number. */
export function readChanges(sql: Sql, first: number, last: number): Map<number, ChangeSet> {
  const components = readElementChanges(sql, COMPONENT, first, last);
  const dependencies = readElementChanges(sql, DEPENDENCY, first, last);
  const findings = readElementChanges(sql, FINDING, first, last);
  const changes = new Map<number, ChangeSet>();
  for (let number = first; number <= last; number++) {
    changes.set(number, {
      components: components.get(number) ?? [],
      dependencies: dependencies.get(number) ?? [],
      findings: findings.get(number) ?? [],
    });
  }
  return changes;
}

const versionRow = z.object({ number: z.number(), body: z.string() });

function readElementChanges<V>(
  sql: Sql,
  { table, parse, sortKey }: Element<V>,
  first: number,
  last: number,
): Map<number, Change<V>[]> {
  const byNumber = new Map<number, Map<string, Change<V>>>();
  const note = (side: 'before' | 'after', rows: readonly z.infer<typeof versionRow>[]) => {
    for (const { number, body } of rows) {
      const value = parse(body);
      const changes = byNumber.get(number) ?? new Map<string, Change<V>>();
      const known = changes.get(sortKey(value)) ?? { before: null, after: null };
      byNumber.set(number, changes.set(sortKey(value), { ...known, [side]: value }));
    }
  };
  const ended = `SELECT until AS number, body FROM ${table} WHERE until < ${OPEN} AND until BETWEEN ? AND ?`;
  const begun = `SELECT since AS number, body FROM ${table} WHERE since BETWEEN ? AND ?`;
  note('before', sql.all(ended, versionRow, [first, last]));
  note('after', sql.all(begun, versionRow, [first, last]));
  return new Map(
    [...byNumber].map(([number, changes]) => [
      number,
      [...changes].sort(([a], [b]) => compareText(a, b)).map(([, change]) => change),
    ]),
  );
}
