import { z } from 'zod';
import { ConflictError } from '../errors';
import { RECORD_KINDS, type Records, type StoredRecord } from '../ports';
import type { Sql } from './sql';

const recordRow = z
  .object({
    kind: z.enum(RECORD_KINDS),
    id: z.string(),
    version: z.number(),
    updated_at: z.string(),
    body: z.string(),
  })
  .transform(({ updated_at, body, ...rest }): StoredRecord => {
    return { ...rest, updatedAt: updated_at, body: JSON.parse(body) };
  });

export function createSqliteRecords(sql: Sql, now: () => number): Records {
  const get: Records['get'] = async (kind, id) =>
    sql.first('SELECT * FROM record WHERE kind = ? AND id = ?', recordRow, [kind, id]);
  return {
    get,
    list: async (kind, { limit, after = '' }) =>
      sql.all('SELECT * FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?', recordRow, [
        kind,
        after,
        limit,
      ]),
    put: async (kind, id, body, expectedVersion) =>
      sql.write(() => {
        const version =
          sql.first('SELECT * FROM record WHERE kind = ? AND id = ?', recordRow, [kind, id])?.version ?? 0;
        if (version !== expectedVersion) {
          throw new ConflictError(
            `The record ${kind} ${id}`,
            `version ${expectedVersion}`,
            `version ${version}`,
          );
        }
        const text = JSON.stringify(body);
        const stored = { kind, id, version: version + 1, updatedAt: new Date(now()).toISOString() };
        sql.run('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)', [
          kind,
          id,
          stored.version,
          stored.updatedAt,
          text,
        ]);
        return { ...stored, body: JSON.parse(text) };
      }),
    delete: async (kind, id) => {
      sql.run('DELETE FROM record WHERE kind = ? AND id = ?', [kind, id]);
    },
  };
}
