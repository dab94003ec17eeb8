import { randomUUID } from 'node:crypto';
import type { Fate, TcpProxy } from '@karma/test-services';
import { startTcpProxy } from '@karma/test-services';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendOf, collect, EMPTY_GRAPH, observationOf, revisionsOf } from '../contract/history';
import { ConflictError } from '../errors';
import type { Store } from '../ports';
import { type Connection, type ConnectionOptions, connect } from './connection';
import { DatabaseUnreachableError, StoreClosedError } from './failures';
import { chain } from './graphs.testing';
import { g } from './language';
import { gremlinStore } from './open-gremlin-store';

/** Not to be looked at in a test: the head is asked for by what is tested alone. */
const watchMs = 3_600_000;
/** First byte of a WebSocket's frame. */
const [PING, PONG] = [0x89, 0x8a];
const PATIENCE = { silence: 150, retry: 20_000 };

describe('over a network that breaks', () => {
  const server = gremlinServerForTests();
  let proxy: TcpProxy;
  let opened: Connection[];
  beforeEach(async () => {
    proxy = await startTcpProxy(new URL(server.url));
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((connection) => connection.close()));
    await proxy?.stop();
  });

  const open = async (options: ConnectionOptions = {}) => {
    const connection = await connect(`ws://127.0.0.1:${proxy.port}/gremlin`, {
      patience: PATIENCE,
      ...options,
    });
    opened.push(connection);
    return connection;
  };
  const openStore = async (name: string): Promise<Store> => gremlinStore(await open(), name, { watchMs });
  /** Lets one piece of traffic meet its fate, and all others pass; heartbeats do not count. Says whether it did. */
  const strike = (where: 'onRequest' | 'onAnswer', nth: number, fate: Fate) => {
    let count = 0;
    proxy[where] = (piece) => {
      const isHeartbeat = piece[0] === PING || piece[0] === PONG;
      return !isHeartbeat && ++count === nth ? fate : 'pass';
    };
    return () => count >= nth;
  };

  const question = g.inject(...Array.from({ length: 3000 }, (_, index) => `${index}`));

  test.each<Fate>(['cut', { cutAfter: 1 }, { cutAfter: 1000 }, 'stall', { delay: 300 }])(
    'reads are answered rightly when an answer meets with %j, at any point',
    async (fate) => {
      const expected = Array.from({ length: 3000 }, (_, index) => `${index}`);
      for (let nth = 1, wasStruck = true; wasStruck && nth < 20; nth++) {
        const connection = await open();
        const isStruck = strike('onAnswer', nth, fate);
        expect(await connection.submit(question)).toEqual(expected);
        wasStruck = isStruck();
      }
    },
    60_000,
  );

  test('a connection lost while nobody asked is made again, once for many who ask', async () => {
    let reconnects = 0;
    const connection = await open({ onReconnect: () => reconnects++ });
    proxy.cut();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => connection.submit(g.inject(index))),
    );
    expect(answers).toEqual(Array.from({ length: 10 }, (_, index) => [index]));
    expect(reconnects).toBe(1);
    expect(proxy.connections()).toBe(2);
  });

  test('a server that does not come back is a clear error, and one that does is asked', async () => {
    const reasons: string[] = [];
    const onRetry = ({ message }: Error) => reasons.push(message);
    const connection = await open({ onRetry, patience: { ...PATIENCE, retry: 300 } });
    proxy.isOpen = false;
    proxy.cut();
    const refused = connection.submit(g.inject(1));
    await expect(refused).rejects.toThrow(DatabaseUnreachableError);
    await expect(refused).rejects.toThrow(/^The database at ws:.* does not answer: .*Check that it runs/);
    expect(reasons.length).toBeGreaterThan(0);
    proxy.isOpen = true;
    expect(await connection.submit(g.inject(1))).toEqual([1]);
  });

  test('a server that is not there at first is told at once', async () => {
    proxy.isOpen = false;
    await expect(open()).rejects.toThrow(DatabaseUnreachableError);
    proxy.isOpen = true;
    proxy.onRequest = () => 'stall';
    await expect(open({ patience: { open: 200 } })).rejects.toThrow(/timed out/);
  });

  test('closing ends what is asked, and all connections', async () => {
    const connection = await open();
    proxy.onAnswer = () => 'stall';
    const asked = connection.submit(g.inject(1));
    const ended = expect(asked).rejects.toThrow(StoreClosedError);
    await connection.close();
    await ended;
    await expect(connection.submit(g.inject(1))).rejects.toThrow(StoreClosedError);
    expect(proxy.connections()).toBe(1);
  });

  const sizes = [
    { what: 'a commit of one request', size: 6, step: 1 },
    // It goes over the wire in many pieces.
    { what: 'a staged commit', size: 130, step: 3 },
  ];
  const losses = [
    { when: 'before it arrives', where: 'onRequest', fate: 'cut' },
    { when: 'when half of it has arrived', where: 'onRequest', fate: { cutAfter: 20 } },
    { when: 'after it was carried out', where: 'onAnswer', fate: 'cut' },
    { when: 'and nobody says so', where: 'onAnswer', fate: 'stall' },
  ] as const;
  describe.each(sizes)('$what', ({ size, step }) => {
    test.each(losses)(
      'is applied exactly once when a request is lost $when',
      async ({ where, fate }) => {
        for (let nth = 1, wasStruck = true; wasStruck; nth += step) {
          const [name, graph] = [randomUUID(), chain(size)];
          const { log, reader } = await openStore(name);
          const isStruck = strike(where, nth, fate);
          const lease = await log.acquireLease('test', 60_000);
          const observations = [observationOf('git:1')];
          const before = await log.head();
          const batch = appendOf({ observations, revisions: revisionsOf([graph], EMPTY_GRAPH) });
          const head = await log.append(lease, before, batch);
          await log.releaseLease(lease);
          wasStruck = isStruck();
          proxy[where] = () => 'pass';
          expect(lease.token).toBe(1);
          expect(head).toMatchObject({ revision: 1, observations: 1 });
          expect(await log.head()).toEqual(head);
          expect(await log.graphAt(1)).toEqual(graph);
          expect(await collect(log.observations())).toEqual(observations);
          expect(await collect((await reader()).ids())).toHaveLength(size);
        }
      },
      120_000,
    );
  });

  test.each(losses)('records are put exactly once when a request is lost $when', async ({ where, fate }) => {
    const { records } = await openStore(randomUUID());
    strike(where, 1, fate);
    expect(await records.put('audit', 'a', { by: 'ann' }, 0)).toMatchObject({ version: 1 });
    strike(where, 1, fate);
    expect(await records.put('audit', 'a', { by: 'bob' }, 1)).toMatchObject({ version: 2 });
    await expect(records.put('audit', 'a', { by: 'bob' }, 1)).rejects.toThrow(ConflictError);
    expect(await records.get('audit', 'a')).toMatchObject({ version: 2, body: { by: 'bob' } });
    strike(where, 1, fate);
    await records.delete('audit', 'a');
    expect(await records.get('audit', 'a')).toBeUndefined();
  });
});
