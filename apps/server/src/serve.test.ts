import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SourceUnavailableError } from '@karma/sources';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppRouter } from './api/router';
import { loadConfig } from './config/load-config';
import { openKarma } from './root/open-karma';
import { type RunningServer, serve } from './serve';

describe.each(['sqlite', 'gremlin'] as const)('over %s', (kind) => {
  const gremlin = kind === 'gremlin' ? gremlinServerForTests() : undefined;
  const store = () => gremlin && { store: { kind, url: gremlin.url, name: randomUUID() } };

  let folder: string;
  let repository: string;
  let running: RunningServer | undefined;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'karma-serve-'));
    repository = path.join(folder, 'config');
    mkdirSync(repository);
    git('init', '--quiet', '--initial-branch=main');
    commit('prod/vpc/main');
    writeFileSync(
      path.join(folder, 'karma.config.json'),
      JSON.stringify({ config: { repository: 'config' }, server: { port: 0 }, ...store() }),
    );
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

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

  const configuration = () => loadConfig(path.join(folder, 'karma.config.json'));

  async function start() {
    running = await serve({ configuration: configuration(), webDirectory: null });
    return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${running.url}/trpc` })] });
  }

  const patiently = { timeout: 20_000, interval: 50 };

  it('serves what the store holds while the config repo is away, says so, and recovers', async () => {
    const karma = await openKarma(configuration());
    await karma.sync();
    await karma.close();
    renameSync(repository, `${repository}.away`);
    const client = await start();
    expect((await client.graph.query({})).components.map(({ id }) => id)).toEqual(['prod/vpc/main']);
    await vi.waitFor(async () => {
      expect(await client.sources.query()).toMatchObject([
        {
          name: 'environments',
          state: 'failed',
          staleSince: expect.any(String),
          error: { reason: expect.stringContaining('cannot be read'), remedy: expect.stringMatching(/./) },
        },
        { name: 'reports', state: 'never' },
      ]);
    }, patiently);
    await expect(client.sync.mutate()).rejects.toThrow('cannot be read');
    renameSync(`${repository}.away`, repository);
    commit('prod/vpc/other');
    await vi.waitFor(async () => {
      expect((await client.sources.query()).map(({ name, state }) => [name, state])).toEqual([
        ['environments', 'ok'],
        ['configuration:prod', 'ok'],
        ['git:main', 'ok'],
        ['reports', 'ok'],
      ]);
    }, patiently);
    expect((await client.graph.query({})).total).toBe(2);
  });

  it('knows after a restart, in an outage, since when what it shows is stale', async () => {
    const git = async (client: Awaited<ReturnType<typeof start>>) =>
      (await client.sources.query()).find(({ name }) => name === 'git:main');
    const first = await start();
    await first.sync.mutate();
    renameSync(repository, `${repository}.away`);
    await vi.waitFor(async () => expect(await git(first)).toMatchObject({ state: 'failed' }), patiently);
    const known = await git(first);
    await running?.close();
    const second = await start();
    await vi.waitFor(async () => {
      const sources = await second.sources.query();
      expect(sources[0]).toMatchObject({ name: 'environments', state: 'failed' });
      expect(sources.map(({ name, staleSince }) => [name, staleSince])).toContainEqual([
        'git:main',
        known?.staleSince,
      ]);
    }, patiently);
    expect((await second.graph.query({})).total).toBe(1);
    renameSync(`${repository}.away`, repository);
    await vi.waitFor(async () => expect(await git(second)).toMatchObject({ staleSince: null }), patiently);
  });

  it('takes in an environment that appears while it runs', async () => {
    const client = await start();
    await client.sync.mutate();
    commit('dev/vpc/main');
    await client.sync.mutate();
    expect((await client.graph.query({})).components.map(({ id }) => id)).toEqual([
      'dev/vpc/main',
      'prod/vpc/main',
    ]);
  });

  it('does not start when it has nothing to show and cannot know what to ask', async () => {
    rmSync(repository, { recursive: true });
    await expect(start()).rejects.toBeInstanceOf(SourceUnavailableError);
  });
});
