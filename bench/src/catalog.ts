/** How long `sources/terraform` takes on the example organisation's modules: `node_modules/.bin/tsx bench/src/catalog.ts`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModulesSource } from '@karma/sources';

const RUNS = 5;
const MODULES = new URL('../../examples/organisation/modules/', import.meta.url).pathname;

const directory = mkdtempSync(join(tmpdir(), 'karma-bench-catalog-'));
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-C', directory, ...args]);

async function observe(): Promise<number> {
  const source = openModulesSource({
    repository: directory,
    branch: 'main',
    environments: ['dev', 'prod'],
    history: 'head',
    cacheDirectory: tmpdir(),
  });
  const start = performance.now();
  for await (const batch of source.observe(undefined))
    if (batch.observations.length !== 1) throw new Error('One commit');
  return performance.now() - start;
}

try {
  git('init', '--quiet', '--initial-branch=main');
  cpSync(MODULES, directory, { recursive: true });
  git('add', '--all');
  git('commit', '--quiet', '--message=Modules');
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await observe());
  const [cold = 0, ...warm] = times;
  const middle = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  console.log(`head of all modules, with loading the parser ${cold.toFixed(0).padStart(12)} ms`);
  console.log(`the same, loaded                             ${middle.toFixed(0).padStart(12)} ms`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
