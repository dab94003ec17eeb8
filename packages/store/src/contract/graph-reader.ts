import { FINDING_KINDS, STATUSES } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StaleReaderError } from '../errors';
import type { GraphReader, Store } from '../ports';
import { createMemoryStore } from '../reference/create-memory-store';
import { readerOf } from '../reference/graph-reader';
import { anyId, IDS } from './graphs';
import { appendAll, appendOf, collect, histories, revisionsOf } from './history';
import { type CreateStore, withStore } from './with-store';

const TTL = 60_000;

const questions = fc.record({
  id: anyId,
  other: anyId,
  ids: fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 }),
  direction: fc.constantFrom('upstream' as const, 'downstream' as const, 'both' as const),
  depth: fc.integer({ min: 0, max: 4 }),
  limit: fc.integer({ min: 1, max: 8 }),
  output: fc.constantFrom('arn', 'url'),
  waves: fc.boolean(),
});

const words = <T>(...all: readonly T[]) => fc.subarray([...all], { minLength: 1 });

const sliceQueries = fc.record(
  {
    environment: fc.constantFrom('dev', 'prod', 'none'),
    types: words('lambda', 'serverless-api'),
    statuses: words(...STATUSES),
    tags: words('team', 'tier=a', 'team=b'),
    owner: fc.constantFrom('ann', 'nobody'),
    findings: fc.subarray(FINDING_KINDS.slice(0, 3)),
    text: fc.constantFrom('', 'MAIN', 'api', '%', 'b'),
    limit: fc.integer({ min: 0, max: 8 }),
  },
  { requiredKeys: ['limit'] },
);

/** The value, or the name of the error. */
async function outcome<T>(answer: Promise<T>): Promise<T | string> {
  try {
    return await answer;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

async function answers(
  reader: GraphReader,
  {
    id,
    other,
    ids,
    direction,
    depth,
    limit,
    output,
    waves,
  }: typeof questions extends fc.Arbitrary<infer Q> ? Q : never,
) {
  const query = { id, direction, depth, limit };
  const path = await outcome(reader.path(ids, [other]));
  return {
    head: reader.head,
    component: await reader.component(id),
    components: await reader.components([...ids, ...ids]),
    ids: (await collect(reader.ids())).sort(),
    findings: [
      await reader.findings({}),
      await reader.findings({ component: id }),
      await reader.findings({ environment: 'prod' }),
      await reader.findings({ component: id, environment: 'prod' }),
    ],
    dependencies: await reader.dependencies(id, direction),
    dependency: await reader.dependency(id, other),
    neighbourhood: await outcome(reader.neighbourhood(query)),
    links: await outcome(reader.links([id, ...ids])),
    lineage: await outcome(reader.lineage(query)),
    impact: await outcome(reader.impact({ id, depth, limit, waves })),
    narrowed: await outcome(reader.impact({ id, output, depth, limit, waves })),
    // Which of several shortest paths is left to the adapter.
    path: typeof path === 'object' && path ? [path.direction, path.ids.length] : path,
    summary: await reader.summary(),
  };
}

/** What every GraphReader answers; an adapter's test calls it. */
export function describeGraphReader(create: CreateStore): void {
  describe('GraphReader', () => {
    const fill = async (
      store: Store,
      history: typeof histories extends fc.Arbitrary<infer H> ? H : never,
    ) => {
      const lease = await store.log.acquireLease('test', TTL);
      await appendAll(store.log, lease, revisionsOf(history.states), history.batch);
    };

    test('answers on random graphs what the reference answers', async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.array(questions, { minLength: 3, maxLength: 3 }), (history, asked) =>
          withStore(create, async (store) => {
            const reference = createMemoryStore();
            await fill(reference, history);
            // Asked once before, so that what is kept in memory must follow.
            await (await store.reader()).summary();
            await fill(store, history);
            const [expected, actual] = await Promise.all([reference.reader(), store.reader()]);
            for (const question of asked) {
              expect(await answers(actual, question)).toEqual(await answers(expected, question));
            }
          }),
        ),
        { numRuns: 60 },
      );
    });

    test('filters as the reference does', async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          fc.array(sliceQueries, { minLength: 6, maxLength: 6 }),
          (history, queries) =>
            withStore(create, async (store) => {
              const reference = createMemoryStore();
              await Promise.all([fill(reference, history), fill(store, history)]);
              const [expected, actual] = await Promise.all([reference.reader(), store.reader()]);
              for (const query of queries)
                expect(await actual.slice(query)).toEqual(await expected.slice(query));
            }),
        ),
        { numRuns: 60 },
      );
    });

    test('answers from its revision or says that it is stale, never from another revision', async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          histories,
          questions,
          fc.boolean(),
          (before, after, question, isRebuild) =>
            withStore(create, async (store) => {
              const { log } = store;
              await fill(store, before);
              const [reader, unmoved] = [await store.reader(), await store.reader()];
              const then = await answers(unmoved, question);
              const lease = await log.acquireLease('test', TTL);
              const head = await log.head();
              const start = isRebuild ? undefined : await log.graphAt(head.revision);
              const tail = revisionsOf(after.states, start, isRebuild ? 0 : head.revision, 'later');
              if (isRebuild)
                await log.rebuild(lease, head, { ...appendOf({ revisions: tail }), keepUntil: 0 });
              else await appendAll(log, lease, tail, after.batch);
              const { id, direction, depth, limit } = question;
              const query = { id, direction, depth, limit };
              const later = {
                component: await outcome(reader.component(id)),
                dependencies: await outcome(reader.dependencies(id, direction)),
                neighbourhood: await outcome(reader.neighbourhood(query)),
                links: await outcome(reader.links([id, ...question.ids])),
                lineage: await outcome(reader.lineage(query)),
                summary: await outcome(reader.summary()),
                ids: await outcome(collect(reader.ids()).then((ids) => ids.sort())),
              };
              for (const [name, answer] of Object.entries(later)) {
                if (answer === StaleReaderError.name) continue;
                expect({ [name]: answer }).toEqual({
                  [name]: Object.entries(then).find(([key]) => key === name)?.[1],
                });
              }
              const fresh = await store.reader();
              expect(fresh.head).toEqual(await log.head());
              const whole = readerOf(await log.graphAt(fresh.head.revision), fresh.head);
              expect(await fresh.summary()).toEqual(await whole.summary());
              expect(await fresh.components(IDS)).toEqual(
                [...(after.states.at(-1)?.components.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
              );
            }),
        ),
        { numRuns: 60 },
      );
    });
  });
}
