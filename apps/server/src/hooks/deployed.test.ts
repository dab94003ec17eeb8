import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppRouter } from '../api/router';
import { loadConfig } from '../config/load-config';
import { type RunningServer, serve } from '../serve';

const SECRET = 'known-to-the-pipelines';
const COMPONENT = 'prod/lambda/api';

let folder: string;
let running: RunningServer;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-deployed-'));
  const repository = path.join(folder, 'config');
  mkdirSync(path.join(repository, 'iac', COMPONENT), { recursive: true });
  writeFileSync(path.join(repository, 'iac', COMPONENT, 'config.json'), '{}');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Ada', '-c', 'user.email=a@b.c', ...args], {
      stdio: 'ignore',
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Add the API');
  const placements = [{ name: 'acme-prod', account: '111111111111', region: 'eu-west-1' }];
  const config = {
    config: { repository: 'config' },
    environments: { prod: { placements } },
    server: { port: 0 },
  };
  writeFileSync(path.join(folder, 'karma.config.json'), JSON.stringify(config));
  running = await serve({
    configuration: loadConfig(path.join(folder, 'karma.config.json')),
    webDirectory: null,
    secrets: { deployments: SECRET },
  });
  await client().sync.mutate();
});
afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const client = () => createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${running.url}/trpc` })] });

async function post(body: object | string, token = SECRET) {
  const response = await fetch(`${running.url}/hooks/deployments`, {
    method: 'POST',
    headers: { 'x-karma-token': token },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

const placement = async () => (await client().component.query({ id: COMPONENT })).placements[0];

it('takes the report of a deployment, and is not harmed by one that comes again', async () => {
  const first = { component: COMPONENT, version: 'v1', actor: 'pipeline', at: at(20) };
  const second = { ...first, version: 'v2', at: at(10) };
  for (const report of [first, second]) {
    expect(await post(report)).toEqual({ status: 202, body: { asked: ['reports'] } });
    await vi.waitFor(async () => expect((await placement())?.deployedAt).toBe(report.at), {
      timeout: 20_000,
      interval: 50,
    });
  }
  const { head } = await client().sync.mutate();
  for (const replayed of [first, second]) expect((await post(replayed)).status).toBe(202);
  expect((await client().sync.mutate()).head).toEqual(head);
  expect((await placement())?.deployedAt).toBe(second.at);
}, 60_000);

it('refuses what is no report of a deployment that can have been, and says why', async () => {
  const good = { component: COMPONENT, at: at(1) };
  expect((await post(good, 'somebody else')).status).toBe(401);
  expect(await post({ ...good, component: 'prod/lambda/other' })).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining('prod/lambda/other') },
  });
  for (const [wrong, reason] of [
    ['no JSON', 'no JSON'],
    [{ component: COMPONENT }, 'at'],
    [{ ...good, component: 'api' }, 'component'],
    [{ ...good, placement: 'acme-dev' }, 'There are: acme-prod'],
    [{ ...good, at: at(-60) }, 'a time that has come'],
    [{ ...good, url: 'javascript:alert(1)' }, 'url'],
  ] as const)
    expect(await post(wrong)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(reason) },
    });
});
