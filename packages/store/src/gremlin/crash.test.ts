import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { Graph } from '@karma/core';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { describe, expect, test } from 'vitest';
import { appendOf, collect, EMPTY_GRAPH, observationOf, revisionsOf } from '../contract/history';
import { FencedError, LeaseHeldError } from '../errors';
import type { Append, Head, Store } from '../ports';
import { type Connection, connect } from './connection';
import { chain } from './graphs.testing';
import type { Traversal } from './language';
import { gremlinStore } from './open-gremlin-store';
import { StoppedError, stoppedAt } from './stopped.testing';

const TTL = 1000;
/** Requests of opening a store and of acquiring a lease in it. */
const OPENING = 4;

/** An append that leads from one graph to another, and says of itself which it is. */
function stepTo(head: Head, before: Graph, after: Graph): Append {
  const key = `git:${head.observations + 1}`;
  return appendOf({
    observations: [observationOf(key)],
    contents: new Map([[key, key]]),
    cursors: new Map([['git:main', key]]),
    revisions: revisionsOf([after], before, head.revision),
  });
}

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

describe('a writer that dies', () => {
  const server = gremlinServerForTests();

  const cases = [
    { what: 'a commit of one request', graphs: [chain(6), chain(6, 1), chain(5, 2)] },
    { what: 'a staged commit', graphs: [chain(6), chain(130, 1), chain(5, 2)] },
  ];
  describe.each(cases)('in $what', ({ graphs }) => {
    test.each(['before', 'after'] as const)(
      '%s any of its requests leaves the last revision, and the next writer goes on',
      { timeout: 300_000 },
      async (when) => {
        const [first = EMPTY_GRAPH, second = EMPTY_GRAPH, third = EMPTY_GRAPH] = graphs;
        for (let request = 1, hasEnded = false; !hasEnded; request++) {
          const name = randomUUID();
          const clock = { now: Date.parse('2026-01-01T00:00:00.000Z') };
          const options = { now: () => clock.now };
          const witness = await gremlinStore(await connect(server.url), name, options);
          const begin = await witness.log.acquireLease('first', TTL);
          const head = await witness.log.append(
            begin,
            await witness.log.head(),
            stepTo(await witness.log.head(), EMPTY_GRAPH, first),
          );
          await witness.log.releaseLease(begin);

          const connection = stoppedAt(await connect(server.url), OPENING + request, when);
          const writer = await gremlinStore(connection, name, { ...options, watchMs: 3_600_000 });
          const lease = await writer.log.acquireLease('dying', TTL);
          const write = writer.log.append(lease, head, stepTo(head, first, second));
          const outcome: unknown = await write.catch((error: unknown) => error);
          hasEnded = !connection.isStopped();
          if (!hasEnded) expect(outcome).toBeInstanceOf(StoppedError);
          await writer.close();
          await expectWhole(witness, graphs);

          await expect(witness.log.acquireLease('next', TTL)).rejects.toThrow(LeaseHeldError);
          clock.now += TTL;
          const next = await witness.log.acquireLease('next', TTL);
          const found = await witness.log.head();
          const current = found.revision === 1 ? first : second;
          await witness.log.append(
            next,
            found,
            stepTo(found, current, found.revision === 1 ? second : third),
          );
          await expectWhole(witness, graphs);
          if (found.revision === 1) {
            const last = await witness.log.head();
            await witness.log.append(next, last, stepTo(last, second, third));
            await expectWhole(witness, graphs);
          }
          await witness.close();
        }
      },
    );
  });

  test('and comes back after its lease went to another is refused at every request', async () => {
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

  test('two that append at once: one does, the other is told', async () => {
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
