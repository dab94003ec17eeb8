/** How long `sources/git` takes: `node_modules/.bin/tsx bench/src/git.ts`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConfigSource, type Source } from '@karma/sources';

const RUNS = 5;

const path = (n: number) => `iac/prod/type-${n % 20}/component-${n}/config.json`;
const config = (n: number, version: number) =>
  JSON.stringify({
    name: `component-${n}`,
    version,
    vpc_nickname: 'main',
    settings: Array.from({ length: 20 }, (_, key) => ({
      key: `setting-${key}`,
      value: `${n * key}-${version}`,
    })),
  });

function commit(n: number, files: readonly (readonly [string, string])[]): string {
  const changes = files.map(
    ([file, text]) => `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const header = `commit refs/heads/main\ncommitter A <a@example.com> ${1_700_000_000 + n * 60} +0000\ndata 6\nChange\n`;
  return `${header}${changes.join('')}\n`;
}

function repository(components: number, commits: number): string {
  const directory = mkdtempSync(join(tmpdir(), 'karma-bench-git-'));
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory]);
  const all = Array.from({ length: components }, (_, n) => [path(n), config(n, 0)] as const);
  const later = Array.from({ length: commits }, (_, at) => {
    const n = (at * 7919) % components;
    return commit(at + 1, [[path(n), config(n, at + 1)]]);
  });
  const input = [commit(0, all), ...later].join('');
  execFileSync('git', ['-C', directory, 'fast-import', '--quiet'], { input });
  return directory;
}

async function drain(source: Source, cursor?: string): Promise<string | undefined> {
  let last = cursor;
  for await (const batch of source.observe(cursor)) last = batch.cursor;
  return last;
}

async function median(label: string, bar: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const middle = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  console.log(`${label.padEnd(50)} ${middle.toFixed(0).padStart(6)} ms   (bar ${bar})`);
}

const directories = [repository(10_000, 1), repository(2_000, 1_000)] as const;
const open = (directory: string, history: 'full' | 'head') =>
  openConfigSource({
    repository: directory,
    branch: 'main',
    environments: ['prod'],
    history,
    cacheDirectory: tmpdir(),
  });
try {
  const head = open(directories[0], 'head');
  await median('head of 10,000 configs', '800 ms', () => drain(head));
  const full = open(directories[1], 'full');
  await median('1,000 commits over 2,000 components', '2,000 ms', () => drain(full));
  const tip = await drain(head);
  const previous = execFileSync('git', ['-C', directories[0], 'rev-parse', 'main~1'], { encoding: 'utf8' });
  const before = JSON.stringify({ ...JSON.parse(tip ?? '{}'), commit: previous.trim() });
  await median('one new commit, 10,000 configs', '40 ms', () => drain(head, before));
  await median('nothing new', '10 ms', () => drain(head, tip));
} finally {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
}
