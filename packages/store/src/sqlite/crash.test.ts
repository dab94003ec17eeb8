import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { bundledForTests } from '../bundled.testing';
import { collect, EMPTY_GRAPH } from '../contract/history';
import { graphOfStep } from './crash-graph.testing';
import { openSqliteStore } from './open-sqlite-store';

const KILLS = 20;
const script = bundledForTests(join(import.meta.dirname, 'crash-writer.testing.ts'));
const folder = mkdtempSync(join(tmpdir(), 'karma-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a writer append for a while, then kills it. */
async function crash(file: string, milliseconds: number): Promise<void> {
  const writer = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(writer, 'exit');
  await Promise.race([
    once(writer.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('The writer ended.'))),
  ]);
  await wait(milliseconds);
  writer.kill('SIGKILL');
  await ended;
}

test(`a writer killed ${KILLS} times leaves whole revisions only`, { timeout: 120_000 }, async () => {
  const file = join(folder, 'karma.db');
  for (let kill = 0; kill < KILLS; kill++) {
    await crash(file, Math.random() * 60);
    const store = await openSqliteStore(file);
    const { revision, observations, key } = await store.log.head();
    const steps = Array.from({ length: revision }, (_, index) => index + 1);
    expect(observations).toBe(revision);
    expect(key).toBe(revision === 0 ? '' : `git:${revision}`);
    expect(await store.log.graphAt(revision)).toEqual(revision === 0 ? EMPTY_GRAPH : graphOfStep(revision));
    expect((await collect(store.log.observations())).map((each) => each.key)).toEqual(
      steps.map((n) => `git:${n}`),
    );
    expect((await store.log.hasContents(steps.map((n) => `content-${n}`))).size).toBe(revision);
    expect(await store.log.hasContents([`content-${revision + 1}`])).toEqual(new Set());
    if (revision > 0) expect((await store.log.cursors()).get('git:main')).toBe(`cursor-${revision}`);
    await store.close();
  }
  const store = await openSqliteStore(file);
  // Something was written at all, or the kills have shown nothing.
  expect((await store.log.head()).revision).toBeGreaterThan(KILLS);
  await store.close();
});
