import type { ComponentId } from '@karma/core';
import { z } from 'zod';
import { byEnds, byId } from '../order';
import type { Slice, SliceQuery } from '../ports';
import { COMPONENT, DEPENDENCY, FINDING } from './elements';
import { VISIBLE } from './read-versions';
import { bodyRow } from './rows';
import type { Sql, Value } from './sql';

interface Condition {
  readonly text: string;
  readonly values: readonly Value[];
}

/** The components of a slice at a revision, and what lies between them. See `GraphReader.slice`. */
export function readSlice(sql: Sql, number: number, query: SliceQuery): Slice {
  const conditions = conditionsOf(number, query);
  const where = conditions.map(({ text }) => text).join(' AND ');
  const values = conditions.flatMap((condition) => condition.values);
  const countRow = z.object({ count: z.number() });
  const total =
    sql.first(`SELECT count(*) AS count FROM component WHERE ${where}`, countRow, values)?.count ?? 0;
  // The inner query is answered by an index, so that only the bodies returned are read.
  const first = `SELECT rowid FROM component WHERE ${where} ORDER BY id LIMIT ?`;
  const text = `SELECT body FROM component WHERE rowid IN (${first})`;
  const found = sql.all(text, bodyRow, [...values, query.limit]);
  const components = found.map(({ body }) => COMPONENT.parse(body)).sort(byId);
  return {
    components,
    ...readBetween(
      sql,
      number,
      components.map(({ id }) => id),
    ),
    total,
  };
}

/** Dependencies of which both ends are among the components, and the findings on these. */
export function readBetween(
  sql: Sql,
  number: number,
  ids: readonly ComponentId[],
): Pick<Slice, 'dependencies' | 'findings'> {
  const among = JSON.stringify(ids);
  const dependencies = sql.all(
    `SELECT body FROM dependency
     WHERE consumer IN (SELECT value FROM json_each(?)) AND +provider IN (SELECT value FROM json_each(?)) AND ${VISIBLE}`,
    bodyRow,
    [among, among, number, number],
  );
  const findings = sql.all(
    `SELECT body FROM finding WHERE component IN (SELECT value FROM json_each(?)) AND ${VISIBLE}`,
    bodyRow,
    [among, number, number],
  );
  return {
    dependencies: dependencies.map(({ body }) => DEPENDENCY.parse(body)).sort(byEnds),
    findings: findings.map(({ body }) => FINDING.parse(body)).sort(byId),
  };
}

function conditionsOf(number: number, query: SliceQuery): Condition[] {
  const { environment, types, statuses, tags = [], owner, findings, text } = query;
  const isOneOf = (column: string, words: readonly string[]): Condition => ({
    text: `${column} IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(words)],
  });
  const conditions: Condition[] = [{ text: VISIBLE, values: [number, number] }];
  if (environment !== undefined) conditions.push({ text: 'environment = ?', values: [environment] });
  if (types !== undefined) conditions.push(isOneOf('type', types));
  if (statuses !== undefined) conditions.push(isOneOf('status', statuses));
  if (owner !== undefined) conditions.push({ text: 'owner = ?', values: [owner] });
  for (const tag of tags) conditions.push(hasTag(tag));
  if (text !== undefined) {
    const contains = (column: string) => `instr(lower(${column}), lower(?)) > 0`;
    conditions.push({ text: `(${contains('nickname')} OR ${contains('type')})`, values: [text, text] });
  }
  if (findings !== undefined) {
    const kind = findings.length === 0 ? { text: 'true', values: [] } : isOneOf('kind', findings);
    conditions.push({
      text: `id IN (SELECT component FROM finding WHERE ${VISIBLE} AND ${kind.text})`,
      values: [number, number, ...kind.values],
    });
  }
  return conditions;
}

function hasTag(tag: string): Condition {
  const at = tag.indexOf('=');
  const entries = "SELECT 1 FROM json_each(component.body, '$.tags')";
  return at < 0
    ? { text: `EXISTS (${entries} WHERE key = ?)`, values: [tag] }
    : {
        text: `EXISTS (${entries} WHERE key = ? AND value = ?)`,
        values: [tag.slice(0, at), tag.slice(at + 1)],
      };
}
