import { randomUUID } from 'node:crypto';
import { componentId, diff, type Graph } from '@karma/core';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendOf, collect, EMPTY_GRAPH, observationOf, revisionsOf } from '../contract/history';
import type { Lease, Store } from '../ports';
import { chain, componentOf, dependencyOf, graphOf } from './graphs.testing';
import { gremlinStore } from './open-gremlin-store';
import { Recorded } from './recorded.testing';

/** Looks at the head would be counted, too. */
const UNWATCHED = { watchMs: 3_600_000 };

describe('round trips', () => {
  const server = gremlinServerForTests();
  let connection: Recorded;
  let store: Store;
  let lease: Lease;
  let name: string;

  beforeEach(async () => {
    connection = await Recorded.to(server.url);
    name = randomUUID();
    store = await gremlinStore(connection, name, UNWATCHED);
    lease = await store.log.acquireLease('test', 60_000);
  });
  afterEach(() => store?.close());

  const commit = async (graph: Graph, before = EMPTY_GRAPH) => {
    const head = await store.log.head();
    const revisions = revisionsOf([graph], before, head.revision);
    return connection.during(() => store.log.append(lease, head, appendOf({ revisions })));
  };

  test.each([
    ['upstream', 'n9'],
    ['downstream', 'n0'],
    ['both', 'n5'],
  ] as const)('lineage %s and blast radius take at most depth + 2', async (direction, nickname) => {
    await commit(chain(10));
    const id = componentId('prod', 'lambda', nickname);
    for (const depth of [0, 1, 3, 8]) {
      const reader = await store.reader();
      const limit = 100;
      expect(
        await connection.during(() => reader.lineage({ id, direction, depth, limit })),
      ).toBeLessThanOrEqual(Math.max(1, depth));
      for (const waves of [false, true])
        expect(await connection.during(() => reader.impact({ id, depth, limit, waves }))).toBeLessThanOrEqual(
          depth + 2,
        );
      expect(
        await connection.during(() => reader.neighbourhood({ id, direction, depth, limit })),
      ).toBeLessThanOrEqual(depth + 2);
    }
  });

  test('a blast radius deeper than the graph stops where the graph does', async () => {
    await commit(chain(4));
    const reader = await store.reader();
    const query = { id: componentId('prod', 'lambda', 'n0'), depth: 1000, limit: 10, waves: true };
    expect(await connection.during(() => reader.impact(query))).toBe(4);
  });

  test('a long history of small commits is read many at a time', async () => {
    for (let step = 1; step <= 100; step++) {
      const head = await store.log.head();
      const key = `git:${step}`;
      const revisions = revisionsOf(
        [chain(2, step)],
        step === 1 ? EMPTY_GRAPH : chain(2, step - 1),
        step - 1,
      );
      const append = appendOf({ observations: [observationOf(key)], revisions });
      await store.log.append(lease, head, append);
    }
    // One for the head, one for 40, one for the rest.
    expect(await connection.during(() => collect(store.log.observations()))).toBe(3);
    expect(await connection.during(() => store.log.changesSince(1, 0))).toBe(3);
    expect((await collect(store.log.observations())).map(({ key }) => key)).toEqual(
      Array.from({ length: 100 }, (_, index) => `git:${index + 1}`),
    );
    expect((await store.log.changesSince(1, 0)).map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  test('a path takes one a step', async () => {
    await commit(chain(10));
    const reader = await store.reader();
    const [from, to] = [componentId('prod', 'lambda', 'n7'), componentId('prod', 'lambda', 'n2')];
    expect(await connection.during(() => reader.path([from], [to]))).toBeLessThanOrEqual(6);
    // The other way round, it is found out first that nothing leads there.
    expect(await connection.during(() => reader.path([to], [from]))).toBeLessThanOrEqual(9);
  });

  test('a commit of one changed component takes at most 6, whatever stands around it', async () => {
    const before = chain(200);
    await commit(before);
    const id = componentId('prod', 'lambda', 'n100');
    const components = new Map(before.components);
    const changed = { ...before, components: components.set(id, componentOf('n100', 1)) };
    expect(diff(before, changed).components).toHaveLength(1);
    expect(await commit(changed, before)).toBe(2);
    const added = graphOf({ components: [componentOf('new')], dependencies: [dependencyOf('new', 'n3')] });
    const wider = {
      ...changed,
      components: new Map([...changed.components, ...added.components]),
      dependencies: new Map([...changed.dependencies, ...added.dependencies]),
    };
    expect(await commit(wider, changed)).toBe(2);
    // A writer that did not write this graph reads its topology before its first change of shape.
    const next = await Recorded.to(server.url);
    const other = await gremlinStore(next, name, UNWATCHED);
    const head = await other.log.head();
    const revisions = revisionsOf([before], wider, head.revision);
    expect(await next.during(() => other.log.append(lease, head, appendOf({ revisions })))).toBe(4);
    await other.close();
  });
});
