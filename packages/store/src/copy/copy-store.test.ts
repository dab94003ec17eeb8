import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjects } from '@karma/core';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { IDS } from '../contract/graphs';
import { appendAll, appendOf, collect, histories, observationOf, revisionsOf } from '../contract/history';
import { openGremlinStore } from '../gremlin/open-gremlin-store';
import type { Store } from '../ports';
import { createMemoryStore } from '../reference/create-memory-store';
import { openSqliteStore } from '../sqlite/open-sqlite-store';
import { CopyConflictError, type CopyPhase } from './copy';
import { copyStore } from './copy-store';

const folder = mkdtempSync(join(tmpdir(), 'karma-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, `${randomUUID()}.db`);

/** A store with some of everything. */
async function filled(history: typeof histories extends fc.Arbitrary<infer H> ? H : never): Promise<Store> {
  const store = createMemoryStore();
  const { log, records } = store;
  const lease = await log.acquireLease('test', 60_000);
  await appendAll(log, lease, revisionsOf(history.states), history.batch);
  const { observedAt: _, source: __, changes: ___, ...origin } = observationOf('git:1');
  const subject = subjects.conventions('prod');
  await log.append(
    lease,
    await log.head(),
    appendOf({
      contents: new Map([['c1', '{ "ü": "“”" }']]),
      entries: [{ subject, entry: { hash: 'c1', origin } }],
      cursors: new Map([['git:main', 'one']]),
    }),
  );
  await log.releaseLease(lease);
  await records.put('saved-view', 'a', { text: 'ü' }, 0);
  await records.put('audit', 'a', [1], 0);
  return store;
}

async function said({ log, reader, records }: Store) {
  const graph = await reader();
  const { generation: _, ...head } = graph.head;
  return {
    head,
    observations: await collect(log.observations()),
    revisions: await log.changesSince(graph.head.generation, 0),
    graph: await log.graphAt(head.revision),
    components: await graph.components(IDS),
    summary: await graph.summary(),
    entries: await collect(log.entries()),
    cursors: await log.cursors(),
    contents: await log.contents(['c1']),
    views: (await records.list('saved-view', { limit: 10 })).map(({ id, body }) => [id, body]),
  };
}

describe('copy', () => {
  const server = gremlinServerForTests();
  const openGremlin = () => openGremlinStore({ url: server.url, name: randomUUID() });

  test('of random histories into a file, a database and back: all is the same', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const source = await filled(history);
        const [database, target] = [await openGremlin(), await openSqliteStore(file())];
        await copyStore(source, database, { holder: 'copy' });
        const report = await copyStore(database, target, { holder: 'copy' });
        expect(report).toMatchObject({ entries: 1, records: 2 });
        expect(await said(database)).toEqual(await said(source));
        expect(await said(target)).toEqual(await said(source));
        await Promise.all([database.close(), target.close()]);
      }),
      { numRuns: 10 },
    );
  });

  test('that was interrupted in any phase goes on where it was', async () => {
    const [history] = fc.sample(histories, { numRuns: 1, seed: 5 });
    if (!history) throw new Error('There is a sample.');
    const source = await filled(history);
    const target = await openSqliteStore(file());
    const phases: CopyPhase[] = ['observations', 'revisions', 'world', 'records', 'verification'];
    for (const stopAt of phases) {
      const abort = new AbortController();
      const onProgress = (phase: CopyPhase) => phase === stopAt && abort.abort();
      const options = { holder: 'copy', onProgress: (phase: CopyPhase) => void onProgress(phase) };
      await expect(copyStore(source, target, { ...options, signal: abort.signal })).rejects.toThrow('abort');
    }
    await copyStore(source, target, { holder: 'copy' });
    expect(await said(target)).toEqual(await said(source));
    await target.close();
  });

  test('into a store with another history is refused, and leaves it alone', async () => {
    const [one, other] = fc.sample(histories, { numRuns: 2, seed: 7 });
    if (!one || !other) throw new Error('There are samples.');
    const source = await filled(one);
    const target = createMemoryStore();
    const lease = await target.log.acquireLease('test', 60_000);
    await appendAll(target.log, lease, revisionsOf(other.states, undefined, 0, 'elsewhere'), 1);
    await target.log.releaseLease(lease);
    const before = await said(target);
    await expect(copyStore(source, target, { holder: 'copy' })).rejects.toThrow(CopyConflictError);
    expect(await said(target)).toEqual(before);
  });
});
