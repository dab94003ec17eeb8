import type { Revision } from '@karma/core';
import { InvalidAppendError } from '../errors';
import type { Element } from './elements';
import { OPEN } from './schema';
import type { Sql } from './sql';

interface Version<V> {
  readonly value: V;
  readonly since: number;
  until: number;
}

/** Ends and begins the versions of one kind of element, as the revisions say. @throws InvalidAppendError */
export function writeVersions<V>(sql: Sql, element: Element<V>, revisions: readonly Revision[]): void {
  const { table, key, facets, keyOf, facetsOf } = element;
  const isKey = key.map((column) => `${column} = ?`).join(' AND ');
  const begun: Version<V>[] = [];
  const open = new Map<string, Version<V>>();
  for (const { number, changes } of revisions) {
    for (const { before, after } of element.changesIn(changes)) {
      if (before !== null) {
        const own = open.get(element.sortKey(before));
        const ends = `UPDATE ${table} SET until = ? WHERE ${isKey} AND until = ${OPEN}`;
        if (own) own.until = number;
        else if (sql.run(ends, [number, ...keyOf(before)]) !== 1) {
          throw new InvalidAppendError(
            `revision ${number} changes ${element.sortKey(before)}, which is not there.`,
          );
        }
        open.delete(element.sortKey(before));
      }
      if (after !== null) {
        const version = { value: after, since: number, until: OPEN };
        open.set(element.sortKey(after), version);
        begun.push(version);
      }
    }
  }
  const columns = [...key, 'since', 'until', ...facets, 'body'];
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  for (const { value, since, until } of begun) {
    sql.run(insert, [...keyOf(value), since, until, ...facetsOf(value), JSON.stringify(value)]);
  }
}

/** Takes back all that happened to one kind of element after a revision. */
export function dropVersionsAfter<V>(sql: Sql, { table }: Element<V>, number: number): void {
  sql.run(`DELETE FROM ${table} WHERE since > ?`, [number]);
  sql.run(`UPDATE ${table} SET until = ${OPEN} WHERE until > ? AND until < ${OPEN}`, [number]);
}
