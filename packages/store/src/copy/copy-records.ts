import { isDeepStrictEqual } from 'node:util';
import { RECORD_KINDS, type RecordKind, type Records, type StoredRecord } from '../ports';
import type { CopyOptions } from './copy';

const PAGE = 500;

/** Copies the documents that the target does not have as they are; gives how many there are. */
export async function copyRecords(
  from: Records,
  to: Records,
  { signal, onProgress }: CopyOptions,
): Promise<number> {
  let count = 0;
  for (const kind of RECORD_KINDS) {
    for await (const { id, body } of allRecords(from, kind)) {
      signal?.throwIfAborted();
      const there = await to.get(kind, id);
      if (!there || !isDeepStrictEqual(there.body, body)) await to.put(kind, id, body, there?.version ?? 0);
      count++;
      onProgress?.('records', count, count);
    }
  }
  return count;
}

async function* allRecords(records: Records, kind: RecordKind): AsyncIterable<StoredRecord> {
  for (let after = ''; ; ) {
    const page = await records.list(kind, { limit: PAGE, after });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
