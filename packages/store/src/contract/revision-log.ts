import { subjects } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConflictError, GenerationChangedError, InvalidAppendError, UnknownRevisionError } from '../errors';
import type { Append, Head, RevisionLog } from '../ports';
import { createMemoryStore } from '../reference/create-memory-store';
import { IDS } from './graphs';
import { appendAll, appendOf, collect, EMPTY_GRAPH, histories, observationOf, revisionsOf } from './history';
import { describeLeases } from './leases';
import { type CreateStore, withStore } from './with-store';

const TTL = 60_000;

/** Everything that the log tells, for a look side by side. */
async function said(log: RevisionLog) {
  const head = await log.head();
  const numbers = Array.from({ length: head.revision + 1 }, (_, number) => number);
  return {
    head,
    observations: await collect(log.observations()),
    revisions: await Promise.all(numbers.map((number) => log.revision(number))),
    graphs: await Promise.all(numbers.map((number) => log.graphAt(number))),
    since: await Promise.all(numbers.map((number) => log.changesSince(head.generation, number))),
    newest: await log.revisions({ limit: 3 }),
    earlier: await log.revisions({ before: 3, limit: 10 }),
    touching: await Promise.all(IDS.map((component) => log.revisions({ component, limit: 10 }))),
  };
}

/** What every RevisionLog does; an adapter's test calls it. */
export function describeRevisionLog(create: CreateStore): void {
  describe('RevisionLog', () => {
    test('begins empty', () =>
      withStore(create, async ({ log }) => {
        expect(await log.head()).toEqual({ generation: 1, revision: 0, key: '', observations: 0 });
        expect(await log.graphAt(0)).toEqual(EMPTY_GRAPH);
        expect(await log.revision(1)).toBeUndefined();
        await expect(log.graphAt(1)).rejects.toThrow(new UnknownRevisionError(1, 0));
      }));

    test('keeps observations, contents, entries and cursors', () =>
      withStore(create, async ({ log }) => {
        const lease = await log.acquireLease('test', TTL);
        const kept = subjects.conventions('prod');
        const gone = subjects.declaration('prod', 'iac/prod/lambda/a/config.json');
        const { observedAt: _, source: __, changes: ___, ...origin } = observationOf('git:1');
        const first = await log.append(
          lease,
          await log.head(),
          appendOf({
            observations: [observationOf('git:1')],
            contents: new Map([
              ['c1', '{ "ü": "“” \\u0000" }'],
              ['c2', ''],
            ]),
            entries: [kept, gone].map((subject) => ({ subject, entry: { hash: 'c1', origin } })),
            cursors: new Map([
              ['git:main', 'one'],
              ['git:dev', 'two'],
            ]),
          }),
        );
        await log.append(
          lease,
          first,
          appendOf({
            observations: [observationOf('git:2'), { ...observationOf('git:1'), rewoundTo: '' }],
            contents: new Map([['c1', '{ "ü": "“” \\u0000" }']]),
            entries: [
              { subject: kept, entry: { hash: 'c2', origin } },
              { subject: gone, entry: null },
            ],
            cursors: new Map([['git:main', 'three']]),
          }),
        );
        expect(await collect(log.observations())).toEqual([
          observationOf('git:1'),
          observationOf('git:2'),
          { ...observationOf('git:1'), rewoundTo: '' },
        ]);
        expect(await collect(log.entries())).toEqual([{ subject: kept, hash: 'c2', origin }]);
        expect(await log.cursors()).toEqual(
          new Map([
            ['git:main', 'three'],
            ['git:dev', 'two'],
          ]),
        );
        expect(await log.hasContents(['c1', 'c2', 'c3'])).toEqual(new Set(['c1', 'c2']));
        expect((await log.contents(['c1', 'c3'])).get('c1')).toBe('{ "ü": "“” \\u0000" }');
        expect(await log.head()).toEqual({ generation: 1, revision: 0, key: '', observations: 3 });
      }));

    test('reads long logs in full and in order', () =>
      withStore(create, async ({ log }) => {
        const lease = await log.acquireLease('test', TTL);
        const observations = Array.from({ length: 2500 }, (_, index) => observationOf(`git:${index}`));
        await log.append(lease, await log.head(), appendOf({ observations }));
        expect((await collect(log.observations())).map(({ key }) => key)).toEqual(
          observations.map(({ key }) => key),
        );
      }));

    test('tells of random histories what the reference tells, however they were appended', async () => {
      await fc.assert(
        fc.asyncProperty(histories, ({ states, batch }) =>
          withStore(create, async ({ log }) => {
            const reference = createMemoryStore().log;
            const revisions = revisionsOf(states);
            await appendAll(reference, await reference.acquireLease('test', TTL), revisions, 1);
            await appendAll(log, await log.acquireLease('test', TTL), revisions, batch);
            expect(await said(log)).toEqual(await said(reference));
            expect(await log.graphAt(states.length)).toEqual(states.at(-1));
            expect(await log.revision('git:1')).toEqual(revisions[0]);
          }),
        ),
        { numRuns: 40 },
      );
    });

    test('a rebuild replaces the tail in a new generation', async () => {
      await fc.assert(
        fc.asyncProperty(histories, histories, fc.nat(6), (before, after, cut) =>
          withStore(create, async ({ log }) => {
            const keepUntil = Math.min(cut, before.states.length);
            const start = before.states[keepUntil - 1] ?? EMPTY_GRAPH;
            const tail = revisionsOf(after.states, start, keepUntil, 'late');
            const rebuilt = appendOf({ revisions: tail });
            const answers = await Promise.all(
              [createMemoryStore().log, log].map(async (each) => {
                const lease = await each.acquireLease('test', TTL);
                const head = await appendAll(each, lease, revisionsOf(before.states), before.batch);
                await each.rebuild(lease, head, { ...rebuilt, keepUntil });
                return said(each);
              }),
            );
            expect(answers[1]).toEqual(answers[0]);
            expect(await log.head()).toMatchObject({ generation: 2, revision: keepUntil + tail.length });
            expect(await log.graphAt(keepUntil + tail.length)).toEqual(after.states.at(-1));
            await expect(log.changesSince(1, 0)).rejects.toThrow(new GenerationChangedError(1, 2));
          }),
        ),
        { numRuns: 40 },
      );
    });

    test('of revisions with one key, gives the last', () =>
      withStore(create, async ({ log }) => {
        const lease = await log.acquireLease('test', TTL);
        const revisions = revisionsOf([EMPTY_GRAPH, EMPTY_GRAPH]).map((each) => ({
          ...each,
          key: 'git:same',
        }));
        await log.append(lease, await log.head(), appendOf({ revisions }));
        expect((await log.revision('git:same'))?.number).toBe(2);
      }));

    describe('writes nothing', () => {
      const refused = (batch: Append, expected: Partial<Head>, error: new (...rest: never[]) => Error) =>
        withStore(create, async ({ log }) => {
          const lease = await log.acquireLease('test', TTL);
          const head = await log.head();
          const write = {
            ...batch,
            contents: new Map([['c1', 'text']]),
            cursors: new Map([['git:main', 'one']]),
          };
          const observations = [observationOf('git:1')];
          await expect(
            log.append(lease, { ...head, ...expected }, { ...write, observations }),
          ).rejects.toThrow(error);
          await expect(
            log.rebuild(lease, { ...head, ...expected }, { ...write, observations, keepUntil: 0 }),
          ).rejects.toThrow(error);
          expect(await log.head()).toEqual(head);
          expect(await collect(log.observations())).toEqual([]);
          expect(await log.hasContents(['c1'])).toEqual(new Set());
          expect(await log.cursors()).toEqual(new Map());
          expect(await log.revisions({ limit: 10 })).toEqual([]);
        });

      test('when the head moved meanwhile', () =>
        refused(appendOf({ revisions: revisionsOf([EMPTY_GRAPH]) }), { observations: 7 }, ConflictError));

      test('when a revision is missing in between', () =>
        refused(appendOf({ revisions: revisionsOf([EMPTY_GRAPH], EMPTY_GRAPH, 1) }), {}, InvalidAppendError));
    });

    describeLeases(create);
  });
}
