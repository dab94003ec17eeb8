import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Graph } from '@karma/core';
import { startTcpProxy, type TcpProxy } from '@karma/test-services';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledForTests } from '../bundled.testing';
import { collect, EMPTY_GRAPH } from '../contract/history';
import { FencedError } from '../errors';
import type { Lease, Store } from '../ports';
import { type Connection, connect } from './connection';
import { chain, stepTo } from './graphs.testing';
import type { Traversal } from './language';
import { gremlinStore } from './open-gremlin-store';

const TTL = 1000;
/** Requests of opening a store and of acquiring a lease in it; before them, that for a WebSocket. */
const OPENING = 4;
const HANDSHAKE = 1;

/** Everything that a store says must be of the same moment. */
async function expectWhole({ log, reader }: Store, graphs: readonly Graph[]): Promise<void> {
  const graph = await reader();
  const { head } = graph;
  const expected = graphs[head.revision - 1] ?? EMPTY_GRAPH;
  expect(await log.graphAt(head.revision)).toEqual(expected);
  const ids = [...expected.components.keys()].sort();
  expect((await collect(graph.ids())).sort()).toEqual(ids);
  expect(await graph.components(ids)).toEqual(ids.map((id) => expected.components.get(id)));
  expect(new Map((await graph.findings({})).map((each) => [each.id, each]))).toEqual(expected.findings);
  expect(await collect(log.observations())).toHaveLength(head.observations);
  expect((await log.revisions({ limit: 100 })).map(({ number }) => number)).toEqual(
    Array.from({ length: head.revision }, (_, index) => head.revision - index),
  );
  expect((await log.cursors()).get('git:main')).toBe(
    head.observations === 0 ? undefined : `git:${head.observations}`,
  );
  const [summary] = await graph.summary();
  expect(summary?.components ?? 0).toBe(ids.length);
  expect(summary?.dependencies ?? 0).toBe(expected.dependencies.size);
}

describe('a writer', () => {
  const server = gremlinServerForTests();
  const script = bundledForTests(join(import.meta.dirname, 'crash-writer.testing.ts'));
  let proxy: TcpProxy;
  beforeEach(async () => {
    proxy = await startTcpProxy(new URL(server.url));
  });
  afterEach(() => proxy.stop());

  /** Commits the second graph through the proxy, and is killed with the `nth` piece that goes that way. */
  async function commitUntil(way: 'onRequest' | 'onAnswer', nth: number, name: string, size: number) {
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'inherit', 'inherit'] });
    const ended = once(child, 'exit');
    let count = 0;
    proxy[way] = () => {
      if (++count < nth) return 'pass';
      child.kill('SIGKILL');
      return 'cut';
    };
    child.stdin.end(JSON.stringify({ url: `ws://127.0.0.1:${proxy.port}/gremlin`, name, size }));
    const [code, signal] = await ended;
    proxy[way] = () => 'pass';
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The writer ended with ${code ?? signal}.`);
    return { wasKilled: signal === 'SIGKILL' };
  }

  const commits = [
    { what: 'a commit of one request', size: 6 },
    { what: 'a staged commit', size: 130 },
  ];
  const kills = [
    { when: 'before a request arrives', way: 'onRequest' },
    { when: 'after one was carried out', way: 'onAnswer' },
  ] as const;
  describe.each(commits)('in $what', ({ size }) => {
    test.each(kills)(
      'killed $when, whichever, leaves the last revision, and the next goes on',
      { timeout: 300_000 },
      async ({ way }) => {
        const graphs = [chain(6), chain(size, 1), chain(5, 2)];
        const commit = async ({ log }: Store, lease: Lease) => {
          const head = await log.head();
          const [before = EMPTY_GRAPH, after = EMPTY_GRAPH] = [
            graphs[head.revision - 1],
            graphs[head.revision],
          ];
          await log.append(lease, head, stepTo(head, before, after));
        };
        const left = new Set<number>();
        for (let nth = HANDSHAKE + OPENING + 1, wasKilled = true; wasKilled; nth++) {
          const name = randomUUID();
          let late = 0;
          const store = await gremlinStore(await connect(server.url), name, { now: () => Date.now() + late });
          const begin = await store.log.acquireLease('first', 60_000);
          await commit(store, begin);
          await store.log.releaseLease(begin);
          ({ wasKilled } = await commitUntil(way, nth, name, size));
          await expectWhole(store, graphs);
          if (wasKilled) left.add((await store.log.head()).revision);
          late = 60_000;
          const next = await store.log.acquireLease('next', 60_000);
          for (let { revision } = await store.log.head(); revision < graphs.length; revision++) {
            await commit(store, next);
            await expectWhole(store, graphs);
          }
          await store.close();
        }
        // Killed before the head moved, and after it.
        expect([...left]).toContain(way === 'onRequest' ? 1 : 2);
      },
    );
  });

  test('that comes back after its lease went to another is refused at every request', async () => {
    for (const request of [2, 3, 5]) {
      const name = randomUUID();
      const clock = { now: Date.parse('2026-01-01T00:00:00.000Z') };
      const options = { now: () => clock.now };
      const gate = gateAt(await connect(server.url), OPENING + request);
      const late = await gremlinStore(gate.connection, name, { ...options, watchMs: 3_600_000 });
      const lease = await late.log.acquireLease('late', TTL);
      const head = await late.log.head();
      const write = late.log.append(lease, head, stepTo(head, EMPTY_GRAPH, chain(150)));
      const outcome = write.catch((error: unknown) => error);
      await gate.isReached;
      clock.now += TTL;
      const other = await gremlinStore(await connect(server.url), name, options);
      const next = await other.log.acquireLease('other', TTL);
      await other.log.append(next, head, stepTo(head, EMPTY_GRAPH, chain(6)));
      gate.open();
      expect(await outcome).toBeInstanceOf(FencedError);
      await expectWhole(other, [chain(6)]);
      await Promise.all([late.close(), other.close()]);
    }
  });

  test('of two that append at once is told that the other did', async () => {
    const name = randomUUID();
    const stores = await Promise.all([1, 2].map(async () => gremlinStore(await connect(server.url), name)));
    const [one, two] = stores;
    const lease = await one?.log.acquireLease('same', 60_000);
    const head = await one?.log.head();
    if (!one || !two || !lease || !head) throw new Error('Both stores are open.');
    const outcomes = await Promise.allSettled(
      [one, two].map(({ log }) => log.append(lease, head, stepTo(head, EMPTY_GRAPH, chain(6)))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectWhole(one, [chain(6)]);
    await Promise.all(stores.map((store) => store.close()));
  });
});

/** Holds the `request`-th request back until it is opened. */
function gateAt(connection: Connection, request: number) {
  let count = 0;
  const events = new EventEmitter();
  const opened = once(events, 'open');
  return {
    isReached: once(events, 'reached'),
    open: () => events.emit('open'),
    connection: {
      submit: async (traversal: Traversal) => {
        if (++count === request) {
          events.emit('reached');
          await opened;
        }
        return connection.submit(traversal);
      },
      close: () => connection.close(),
    },
  };
}
