import { EMPTY_HEAD } from '../head';
import { HeadListeners } from '../head-listeners';
import type { Store } from '../ports';
import { readerOf } from './graph-reader';
import { createMemoryRecords } from './records';
import { MemoryRevisionLog } from './revision-log';

export interface StoreOptions {
  /** Milliseconds since 1970, for leases and records. */
  readonly now?: () => number;
}

/** The reference: everything in plain lists and maps, gone with the process. For tests and one-off reads. */
export function createMemoryStore({ now = Date.now }: StoreOptions = {}): Store {
  const listeners = new HeadListeners(EMPTY_HEAD);
  const log = new MemoryRevisionLog(now, (head) => listeners.notify(head));
  return {
    log,
    records: createMemoryRecords(now),
    reader: async () => {
      const head = await log.head();
      return readerOf(await log.graphAt(head.revision), head);
    },
    onHead: (listener) => listeners.add(listener),
    close: async () => {},
  };
}
