import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { bundleForTests } from './testing/bundle';

const folder = mkdtempSync(path.join(tmpdir(), 'karma-serve-'));
const repository = path.join(folder, 'config');
const script = bundleForTests();
const patiently = { timeout: 30_000, interval: 50 };

beforeAll(() => {
  mkdirSync(repository);
  git('init', '--quiet', '--initial-branch=main');
  commit('prod/vpc/main');
  writeFileSync(path.join(folder, 'karma.config.json'), '{ "config": { "repository": "config" } }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'ignore' });
}

function commit(component: string): void {
  mkdirSync(path.join(repository, 'iac', component), { recursive: true });
  writeFileSync(path.join(repository, 'iac', component, 'config.json'), '{}');
  git('add', '--all');
  git('commit', '--quiet', '--message', `Add ${component}`);
}

const answer = z.object({ result: z.object({ data: z.unknown() }) });

async function startServe() {
  const child = spawn(process.execPath, [script, 'serve', '--json', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, KARMA_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(String(line)));
  const ask = async <T>(procedure: string, schema: z.ZodType<T>): Promise<T> => {
    const response = await fetch(`${url}/trpc/${procedure}`);
    return schema.parse(answer.parse(await response.json()).result.data);
  };
  return {
    total: async () => (await ask('graph?input={}', z.object({ total: z.number() }))).total,
    isLeading: async () => (await ask('status', z.object({ isLeading: z.boolean() }))).isLeading,
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal);
      return ended;
    },
  };
}

it('shows new revisions in every process on one store, also when the one that asked is killed', async () => {
  const processes = [await startServe(), await startServe(), await startServe()];
  let expected = 1;
  const allShow = (count: number) =>
    vi.waitFor(async () => {
      for (const one of processes) expect(await one.total()).toBe(count);
    }, patiently);
  const leader = () =>
    vi.waitFor(async () => {
      const leading = await Promise.all(processes.map((one) => one.isLeading()));
      expect(leading.filter(Boolean)).toHaveLength(1);
      return leading.indexOf(true);
    }, patiently);

  await allShow(expected);
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const [gone] = processes.splice(await leader(), 1);
    await gone?.end(signal);
    commit(`prod/vpc/after-${signal.toLowerCase()}`);
    expected += 1;
    await allShow(expected);
  }
  await Promise.all(processes.map((one) => one.end('SIGTERM')));
}, 120_000);
