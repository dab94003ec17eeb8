import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '@karma/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForTests } from './testing/bundle';

const KILLS = 100;
const COMMITS = 450;
const COMPONENTS = 30;

const folder = mkdtempSync(path.join(tmpdir(), 'karma-kill-'));
const script = bundleForTests();
const repository = path.join(folder, 'config');

beforeAll(() => {
  mkdirSync(repository);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], { input: history() });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commits that each write one of the components, which depend on each other in a chain. */
function history(): string {
  return Array.from({ length: COMMITS }, (_, commit) => {
    const component = commit % COMPONENTS;
    const config = { service_nickname: `s${(component + 1) % COMPONENTS}`, round: commit };
    const text = JSON.stringify(config);
    const message = `Change s${component}`;
    return [
      'commit refs/heads/main',
      `committer Ada <ada@example.org> ${1_700_000_000 + commit * 60} +0000`,
      `data ${message.length}`,
      message,
      `M 100644 inline iac/prod/service/s${component}/config.json`,
      `data ${text.length}`,
      text,
      '',
    ].join('\n');
  }).join('\n');
}

const flags = (store: string) => ['ingest', '--repo', repository, '--store', store];

function ingest(store: string): void {
  const result = spawnSync(process.execPath, [script, ...flags(store)], {
    encoding: 'utf8',
  });
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
}

/** @returns whether it was killed before it ended. */
async function ingestAndKill(store: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...flags(store)], {
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const [, signal] = await once(child, 'exit');
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

it(`is whole after each of ${KILLS} kills, and the next ingest completes`, { timeout: 600_000 }, async () => {
  const untouched = path.join(folder, 'untouched.db');
  const start = performance.now();
  ingest(untouched);
  const duration = performance.now() - start;
  const expected = await openSqliteStore(untouched);
  const end = await expected.log.head();
  const whole = await expected.log.graphAt(end.revision);

  let round = 0;
  let store = path.join(folder, `killed-${round}.db`);
  for (let kills = 0; kills < KILLS; ) {
    const wasKilled = await ingestAndKill(store, Math.random() * duration);
    kills += Number(wasKilled);
    const opened = await openSqliteStore(store);
    const head = await opened.log.head();
    const graph = await opened.log.graphAt(head.revision);
    await opened.close();
    expect(graph).toEqual(await expected.log.graphAt(head.revision));
    if (wasKilled && Math.random() < 0.7) continue;
    ingest(store);
    const completed = await openSqliteStore(store);
    expect(await completed.log.head()).toEqual(end);
    expect(await completed.log.graphAt(end.revision)).toEqual(whole);
    await completed.close();
    round += 1;
    store = path.join(folder, `killed-${round}.db`);
  }
  await expected.close();
});
