import { createServer, type Server } from 'node:http';
import { createEmulator, type Emulator } from 'emulate';
import { Octokit } from 'octokit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ForgeError, MovedBaseError, UnopenedError } from '../errors';
import type { Forge, ProposalRequest } from '../forge';
import { createGitHubForge } from './github-forge';

const TOKEN = 'test_token_admin';
const VPC = 'iac/dev/vpc/main/config.json';
const API = 'iac/dev/api/shop/config.json';

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let emulator: Emulator;
let github: Octokit;
let forge: Forge;
let count = 0;
let target: { owner: string; repo: string };

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: { tokens: { [TOKEN]: { login: 'ada', scopes: ['repo'] } }, github: { users: [{ login: 'ada' }] } },
  });
  github = new Octokit({
    auth: TOKEN,
    baseUrl: emulator.url,
    retry: { enabled: false },
    throttle: { enabled: false },
  });
});
afterAll(() => emulator.close());

beforeEach(async () => {
  count += 1;
  target = { owner: 'ada', repo: `config-${count}` };
  await github.rest.repos.createForAuthenticatedUser({ name: target.repo, auto_init: true });
  for (const [path, text] of [
    [VPC, '{ "cidr": "10.0.0.0/16" }\n'],
    [API, '{}\n'],
  ] as const)
    await github.rest.repos.createOrUpdateFileContents({
      ...target,
      path,
      message: 'Add',
      content: Buffer.from(text).toString('base64'),
    });
  forge = await createGitHubForge({
    owner: target.owner,
    repository: target.repo,
    auth: { kind: 'token', token: TOKEN },
    baseUrl: emulator.url,
  });
});

const request = async (more: Partial<ProposalRequest> = {}): Promise<ProposalRequest> => ({
  base: { branch: 'main', commit: await forge.tip('main') },
  branch: 'karma/wider-d1',
  title: 'Widen the network',
  body: 'Because it is full.',
  files: [
    { path: VPC, text: '{ "cidr": "10.0.0.0/8" }\n' },
    { path: API, text: null },
  ],
  author: { name: 'Grace', email: 'grace@example.com' },
  previous: null,
  ...more,
});

describe('sending a proposal to GitHub', () => {
  it('makes a branch with one commit of the touched files, and a pull request', async () => {
    const base = await forge.tip('main');
    const sent = await forge.send(await request());
    expect(sent.url).toContain(`/pull/${sent.number}`);
    const { data: commit } = await github.rest.git.getCommit({ ...target, commit_sha: sent.commit });
    expect(commit.parents.map(({ sha }) => sha)).toEqual([base]);
    expect(commit.message).toBe('Widen the network');
    const { data: tree } = await github.rest.git.getTree({
      ...target,
      tree_sha: commit.tree.sha,
      recursive: '1',
    });
    const paths = tree.tree.map(({ path }) => path);
    expect(paths).toContain(VPC);
    expect(paths).not.toContain(API);
    const { data: file } = await github.rest.git.getBlob({
      ...target,
      file_sha: tree.tree.find(({ path }) => path === VPC)?.sha ?? '',
    });
    expect(Buffer.from(file.content, 'base64').toString()).toBe('{ "cidr": "10.0.0.0/8" }\n');
    const { data: pull } = await github.rest.pulls.get({ ...target, pull_number: sent.number ?? 0 });
    expect(pull).toMatchObject({ title: 'Widen the network', body: 'Because it is full.', state: 'open' });
  });

  it('brings the same branch and pull request up to date', async () => {
    const first = await forge.send(await request());
    const second = await forge.send(await request({ title: 'Widen it more', previous: first.commit }));
    expect(second.number).toBe(first.number);
    expect(second.commit).not.toBe(first.commit);
    const { data: pulls } = await github.rest.pulls.list({ ...target, state: 'all' });
    expect(pulls.map(({ title }) => title)).toEqual(['Widen it more']);
    await forge.describe(second, { title: 'Other', body: 'See also #2' });
    const { data: pull } = await github.rest.pulls.get({ ...target, pull_number: second.number ?? 0 });
    expect(pull.title).toBe('Other');
  });

  it('notices a base that moved before it writes anything, and a branch that is not its own', async () => {
    const stale = await request();
    await github.rest.repos.createOrUpdateFileContents({
      ...target,
      path: 'x',
      message: 'Meanwhile',
      content: '',
    });
    await expect(forge.send(stale)).rejects.toThrow(MovedBaseError);
    await github.rest.git.createRef({
      ...target,
      ref: 'refs/heads/karma/wider-d1',
      sha: await forge.tip('main'),
    });
    await expect(forge.send(await request())).rejects.toThrow("commits that are not Karma's");
    const { data: pulls } = await github.rest.pulls.list({ ...target, state: 'all' });
    expect(pulls).toEqual([]);
  });

  it('says what became of it', async () => {
    const sent = await forge.send(await request());
    expect(await forge.stateOf(sent, await request())).toEqual({ state: 'open' });
    await expect(forge.merge(sent, await request())).rejects.toThrow(`merged at ${sent.url}`);
    await github.rest.pulls.merge({ ...target, pull_number: sent.number ?? 0, merge_method: 'merge' });
    expect(await forge.stateOf(sent, await request())).toMatchObject({ state: 'merged' });
  });

  it('reads what a commit has', async () => {
    const texts = await forge.read(await forge.tip('main'), ['iac/dev/none/x/config.json', VPC]);
    expect(texts).toEqual([null, '{ "cidr": "10.0.0.0/16" }\n']);
  });

  it('says what is missing', async () => {
    await expect(forge.tip('none')).rejects.toThrow(`ada/${target.repo} has no branch none`);
    await expect(forge.send(await request({ files: [{ path: '../x', text: '' }] }))).rejects.toThrow(
      ForgeError,
    );
  });
});

describe('a pull request that cannot be opened', () => {
  it('leaves a branch that the next attempt finds as its own', async () => {
    const closing = createServer(async (incoming, response) => {
      const isOpening = incoming.method === 'POST' && incoming.url?.endsWith('/pulls') === true && isFailing;
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      if (isOpening) {
        response.writeHead(403, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ message: 'Resource not accessible by integration' }));
        return;
      }
      const answer = await fetch(`${emulator.url}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: { authorization: incoming.headers.authorization ?? '', 'content-type': 'application/json' },
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(await answer.text());
    });
    let isFailing = true;
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    try {
      const through = await createGitHubForge({
        owner: target.owner,
        repository: target.repo,
        auth: { kind: 'token', token: TOKEN },
        baseUrl: `http://127.0.0.1:${portOf(closing)}`,
      });
      const failure = await through.send(await request()).catch((error: unknown) => error);
      if (!(failure instanceof UnopenedError)) throw failure;
      expect(failure.problem).toBe('forbidden');
      isFailing = false;
      const sent = await through.send(await request({ previous: failure.commit }));
      expect(sent.number).toBeGreaterThan(0);
    } finally {
      await new Promise((resolve) => closing.close(resolve));
    }
  });
});

describe('what GitHub says no with', () => {
  /** GitHub's own words and headers for failures that the emulator does not have. */
  async function answering(status: number, message: string, headers: Record<string, string> = {}) {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ message }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server);
    const failing = await createGitHubForge({
      owner: 'ada',
      repository: 'config',
      auth: { kind: 'token', token: 'secret-token' },
      baseUrl: `http://127.0.0.1:${port}`,
    });
    try {
      return await failing.tip('main').then(
        () => {
          throw new Error('It answered.');
        },
        (error: unknown) => error,
      );
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  it.each<readonly [number, string, Record<string, string>, string]>([
    [401, 'Bad credentials', {}, 'unauthorised'],
    [403, 'Resource not accessible by integration', {}, 'forbidden'],
    [
      403,
      'API rate limit exceeded',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000000' },
      'rate-limit',
    ],
    [429, 'Secondary limit', { 'retry-after': '60' }, 'rate-limit'],
    [403, 'Protected branch update failed', {}, 'protected'],
    [409, 'Git Repository is empty.', {}, 'conflict'],
    [422, 'Validation Failed', {}, 'invalid'],
    [502, 'Bad gateway', {}, 'unreachable'],
  ])('is put into words: %i %s', async (status, message, headers, problem) => {
    const error = await answering(status, message, headers);
    expect(error).toBeInstanceOf(ForgeError);
    expect(error).toMatchObject({ problem });
    expect(JSON.stringify([error, String(error)])).not.toContain('secret-token');
    if (status === 403 && problem === 'rate-limit')
      expect(error).toMatchObject({ retryAt: '2027-01-15T08:00:00.000Z' });
  });

  it('is put into words when nobody answers', async () => {
    const port = await freePort();
    const nowhere = await createGitHubForge({
      owner: 'ada',
      repository: 'config',
      auth: { kind: 'token', token: TOKEN },
      baseUrl: `http://127.0.0.1:${port}`,
    });
    await expect(nowhere.tip('main')).rejects.toMatchObject({ problem: 'unreachable' });
  });
});
