import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { HeadListeners } from '../head-listeners';
import type { Store } from '../ports';
import type { StoreOptions } from '../reference/create-memory-store';
import { SqliteGraphReader } from './graph-reader';
import { readHead } from './head';
import { createSqliteRecords } from './records';
import { SqliteRevisionLog } from './revision-log';
import { migrate } from './schema';
import { SharedGraph } from './shared-graph';
import { Sql } from './sql';
import { watchFile } from './watch-file';

/**
 * Opens the store in one file, made with its folder where there is none. Several processes may have it open.
 * @throws NewerStoreError when a later Karma wrote it.
 */
export async function openSqliteStore(file: string, { now = Date.now }: StoreOptions = {}): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true });
  const sql = new Sql(file);
  migrate(sql, file);
  const shared = new SharedGraph(sql);
  const listeners = new HeadListeners(readHead(sql));
  const log = new SqliteRevisionLog(sql, now, (head, revisions) => {
    shared.advance(head, revisions);
    listeners.notify(head);
  });
  const unwatch = watchFile(sql, () => listeners.notify(readHead(sql)));
  return {
    log,
    records: createSqliteRecords(sql, now),
    reader: async () => new SqliteGraphReader(readHead(sql), sql, shared),
    onHead: (listener) => listeners.add(listener),
    close: async () => {
      unwatch();
      sql.close();
    },
  };
}
