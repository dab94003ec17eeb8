import { randomUUID } from 'node:crypto';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { describe, expect, test } from 'vitest';
import { appendOf, collect, EMPTY_GRAPH, revisionsOf } from '../contract/history';
import { StaleReaderError } from '../errors';
import type { Connection } from './connection';
import { chain } from './graphs.testing';
import { gremlinStore, openGremlinStore } from './open-gremlin-store';
import { Recorded } from './recorded.testing';

const watchMs = 3_600_000;
const GRAPHS = [chain(4), chain(5, 1)];

/** Writes the same history up to a revision. */
async function write(url: string, name: string, count: number): Promise<void> {
  const store = await openGremlinStore({ url, name, watchMs });
  const lease = await store.log.acquireLease('test', 60_000);
  const { revision } = await store.log.head();
  const before = GRAPHS[revision - 1] ?? EMPTY_GRAPH;
  const revisions = revisionsOf(GRAPHS.slice(revision, count), before, revision);
  await store.log.append(lease, await store.log.head(), appendOf({ revisions }));
  await store.log.releaseLease(lease);
  await store.close();
}

describe('a replica', () => {
  const writer = gremlinServerForTests();
  // A database of its own, into which a test writes what has arrived.
  const behind = gremlinServerForTests();

  test('is read when it has what is known here, and left alone while it has not', async () => {
    const name = randomUUID();
    await write(writer.url, name, 1);
    const [connection, replica] = [await Recorded.to(writer.url), await Recorded.to(behind.url)];
    const store = await gremlinStore(connection, name, { watchMs, replica });
    expect((await store.reader()).head.revision).toBe(1);

    await write(behind.url, name, 1);
    const first = await store.reader();
    expect(await connection.during(() => collect(first.ids()))).toBe(0);
    expect(await collect(first.ids())).toHaveLength(4);

    const lease = await store.log.acquireLease('test', 60_000);
    const revisions = revisionsOf(GRAPHS.slice(1), GRAPHS[0], 1);
    await store.log.append(lease, await store.log.head(), appendOf({ revisions }));
    const second = await store.reader();
    expect(second.head.revision).toBe(2);
    expect(await replica.during(() => collect(second.ids()))).toBe(0);
    expect(await collect(second.ids())).toHaveLength(5);
    await store.close();
  });

  test('that is behind the one of before, after the connection was made again, gives no half answer', async () => {
    const name = randomUUID();
    for (const count of [1, 2]) await write(writer.url, name, count);
    await write(behind.url, name, 1);
    const replicas = [await Recorded.to(writer.url), await Recorded.to(behind.url)];
    let current = 0;
    const replica: Connection = {
      submit: async (traversal) => (await replicas[current]?.submit(traversal)) ?? [],
      close: async () => void (await Promise.all(replicas.map((each) => each.close()))),
    };
    const store = await gremlinStore(await Recorded.to(writer.url), name, { watchMs, replica });
    const reader = await store.reader();
    expect(reader.head.revision).toBe(2);
    current = 1;
    await expect(collect(reader.ids())).rejects.toThrow(StaleReaderError);
    expect((await store.reader()).head.revision).toBe(2);
    await store.close();
  });
});
