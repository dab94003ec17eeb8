import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ConflictError } from '../errors';
import { RECORD_KINDS, type RecordKind, type Records, type StoredRecord } from '../ports';
import type { Connection } from './connection';
import { vertex } from './elements';
import { __, g, P, single, type Traversal } from './language';
import type { Names } from './names';

const asObject = z.map(z.string(), z.unknown()).transform((map) => Object.fromEntries(map));
const recordRow = asObject
  .pipe(
    z.object({
      kind: z.enum(RECORD_KINDS),
      name: z.string(),
      version: z.number(),
      updatedAt: z.string(),
      body: z.string(),
    }),
  )
  .transform(({ name, body, ...rest }): StoredRecord => ({ ...rest, id: name, body: JSON.parse(body) }));

/** What tells whether the last to write a record was this very `put`, whose answer was lost. */
const markRow = asObject.pipe(z.object({ version: z.number(), mark: z.string() }));

const row = (records: Traversal) => records.valueMap().by(__.unfold());

/** One round trip each; a `put` that is refused, two. */
export function createGremlinRecords(connection: Connection, names: Names, now: () => number): Records {
  const get: Records['get'] = async (kind, id) => {
    const [found] = await connection.submit(row(g.V(names.record(kind, id))));
    return found === undefined ? undefined : recordRow.parse(found);
  };
  return {
    get,
    list: async (kind, { limit, after = '' }) => {
      const all = g.V().has('collection', names.collection(kind)).has('name', P.gt(after));
      const found = await connection.submit(row(all.order().by('name').limit(limit)));
      return found.map((each) => recordRow.parse(each));
    },
    put: async (kind, id, body, expectedVersion) => {
      const text = JSON.stringify(body);
      const stored = { kind, id, version: expectedVersion + 1, updatedAt: new Date(now()).toISOString() };
      const mark = randomUUID();
      const written = { version: stored.version, updatedAt: stored.updatedAt, body: text, mark };
      const [count] = await connection.submit(
        expectedVersion === 0
          ? created(names, kind, id, written)
          : updated(names.record(kind, id), expectedVersion, written),
      );
      const put = { ...stored, body: JSON.parse(text) };
      if (count === 1) return put;
      const [found] = await connection.submit(row(g.V(names.record(kind, id))));
      const current = found === undefined ? undefined : markRow.parse(found);
      if (current?.mark === mark) return put;
      const version = current?.version ?? 0;
      throw new ConflictError(`The record ${kind} ${id}`, `version ${expectedVersion}`, `version ${version}`);
    },
    delete: async (kind, id) => {
      await connection.submit(g.V(names.record(kind, id)).drop());
    },
  };
}

interface Written {
  readonly version: number;
  readonly updatedAt: string;
  readonly body: string;
  readonly mark: string;
}

function created(names: Names, kind: RecordKind, id: string, written: Written): Traversal {
  const isNew = __.not(__.V(names.record(kind, id)));
  const properties = { collection: names.collection(kind), kind, name: id, ...written };
  const made = vertex(names.record(kind, id), 'Record', properties);
  return g.inject(0).where(isNew).constant([made]).unfold().mergeV().count();
}

function updated(record: string, expectedVersion: number, written: Written): Traversal {
  let traversal = g.V(record).has('version', expectedVersion);
  for (const [key, value] of Object.entries(written)) traversal = traversal.property(single, key, value);
  return traversal.count();
}
