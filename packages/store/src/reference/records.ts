import { ConflictError } from '../errors';
import { byId } from '../order';
import type { RecordKind, Records, StoredRecord } from '../ports';

export function createMemoryRecords(now: () => number): Records {
  const records = new Map<string, StoredRecord>();
  const key = (kind: RecordKind, id: string) => `${kind} ${id}`;
  return {
    get: async (kind, id) => records.get(key(kind, id)),
    list: async (kind, { limit, after = '' }) =>
      [...records.values()]
        .filter((record) => record.kind === kind && record.id > after)
        .sort(byId)
        .slice(0, limit),
    put: async (kind, id, body, expectedVersion) => {
      const version = records.get(key(kind, id))?.version ?? 0;
      if (version !== expectedVersion) {
        throw new ConflictError(
          `The record ${kind} ${id}`,
          `version ${expectedVersion}`,
          `version ${version}`,
        );
      }
      const stored = {
        kind,
        id,
        version: version + 1,
        updatedAt: new Date(now()).toISOString(),
        body: structuredClone(body),
      };
      records.set(key(kind, id), stored);
      return stored;
    },
    delete: async (kind, id) => {
      records.delete(key(kind, id));
    },
  };
}
