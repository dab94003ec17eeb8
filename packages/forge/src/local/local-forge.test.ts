import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForgeError, MovedBaseError, SentElsewhereError } from '../errors';
import type { ProposalRequest } from '../forge';
import { createLocalForge } from './local-forge';

const VPC = 'iac/dev/vpc/main/config.json';
const API = 'iac/dev/api/shop/config.json';

let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

function write(file: string, text: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function commit(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-forge-'));
  git('init', '--quiet', '--initial-branch=main');
  write(VPC, '{\r\n    "cidr": "10.0.0.0/16"\r\n}');
  write(API, '{"vpc_nickname":"main"}\n');
  commit('Begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const request = (more: Partial<ProposalRequest> = {}): ProposalRequest => ({
  base: { branch: 'main', commit: git('rev-parse', 'main') },
  branch: 'karma/wider-network-d1',
  title: 'Widen the network',
  body: 'Because it is full.',
  files: [{ path: VPC, text: '{\r\n    "cidr": "10.0.0.0/8"\r\n}' }],
  author: { name: 'Grace', email: 'grace@example.com' },
  previous: null,
  draft: { id: 'd1', attempt: 1 },
  ...more,
});

describe('sending a proposal to a local repository', () => {
  it('makes one commit on a branch, with the touched lines only, and touches no file of the work tree', async () => {
    const { commit: sent } = await createLocalForge(folder).send(request());
    expect(git('rev-parse', 'karma/wider-network-d1')).toBe(sent);
    const tree = git('rev-parse', `${sent}^{tree}`);
    expect(git('log', '--format=%an <%ae>%n%B', 'main..karma/wider-network-d1')).toBe(
      `Grace <grace@example.com>\nWiden the network\n\nBecause it is full.\n\nKarma-Draft: d1 1 ${tree}`,
    );
    expect(git('diff', '--numstat', 'main', 'karma/wider-network-d1')).toBe(`1\t1\t${VPC}`);
    expect(git('status', '--porcelain')).toBe('');
    expect(readFileSync(path.join(folder, VPC), 'utf8')).toContain('10.0.0.0/16');
  });

  it('reads what a commit has', async () => {
    const forge = createLocalForge(folder);
    const texts = await forge.read(await forge.tip('main'), [API, 'iac/dev/none/x/config.json', VPC]);
    expect(texts).toEqual(['{"vpc_nickname":"main"}\n', null, '{\r\n    "cidr": "10.0.0.0/16"\r\n}']);
  });

  it('adds and deletes files', async () => {
    const files = [
      { path: API, text: null },
      { path: 'iac/dev/queue/jobs/config.json', text: '{}\n' },
    ];
    await createLocalForge(folder).send(request({ files }));
    expect(git('diff', '--name-status', 'main', 'karma/wider-network-d1').split('\n')).toEqual([
      `D\t${API}`,
      'A\tiac/dev/queue/jobs/config.json',
    ]);
  });

  it('brings the same branch up to date, as one commit again', async () => {
    const forge = createLocalForge(folder);
    const { commit: first } = await forge.send(request());
    const { commit: second } = await forge.send(request({ title: 'Widen it more', previous: first }));
    expect(git('log', '--format=%s', 'main..karma/wider-network-d1')).toBe('Widen it more');
    expect(second).not.toBe(first);
  });

  it('notices a base that moved, and a branch that somebody else wrote to', async () => {
    const forge = createLocalForge(folder);
    const stale = request();
    write(API, '{}');
    commit('Meanwhile');
    await expect(forge.send(stale)).rejects.toThrow(MovedBaseError);
    git('branch', 'karma/wider-network-d1');
    await expect(forge.send(request())).rejects.toThrow("commits that are not Karma's");
  });

  it('goes on with a branch that was made and never recorded, unless a later attempt made it', async () => {
    const forge = createLocalForge(folder);
    await forge.send(request({ draft: { id: 'd 1\n', attempt: 1 } }));
    const { commit: again } = await forge.send(request({ draft: { id: 'd 1\n', attempt: 2 } }));
    await expect(forge.send(request({ draft: { id: 'd 1\n', attempt: 2 } }))).rejects.toThrow(
      SentElsewhereError,
    );
    await expect(forge.send(request({ draft: { id: 'other', attempt: 9 } }))).rejects.toThrow(
      "commits that are not Karma's",
    );
    expect(git('rev-parse', 'karma/wider-network-d1')).toBe(again);
  });

  it('takes nothing away that somebody amended', async () => {
    const forge = createLocalForge(folder);
    await forge.send(request());
    git('switch', '--quiet', 'karma/wider-network-d1');
    write(API, '{"mine":true}');
    git('commit', '--quiet', '--all', '--amend', '--no-edit');
    await expect(forge.send(request({ draft: { id: 'd1', attempt: 2 } }))).rejects.toThrow(
      "commits that are not Karma's",
    );
    expect(git('show', `karma/wider-network-d1:${API}`)).toContain('mine');
  });

  it.each([
    ['a path outside of iac/', { files: [{ path: 'iac/../x/y/config.json', text: '' }] }],
    ['a path that is no config', { files: [{ path: '.github/workflows/ci.yml', text: '' }] }],
    ['a branch that is an option', { branch: '--force' }],
    ['a branch that is not ours', { branch: 'main' }],
    ['a base that is an option', { base: { branch: '--upload-pack=x', commit: 'x' } }],
    ['nothing', { files: [] }],
  ])('refuses %s', async (_what, more) => {
    await expect(createLocalForge(folder).send(request(more))).rejects.toThrow(ForgeError);
    expect(git('branch', '--list', '--format=%(refname:short)')).toBe('main');
  });

  it('takes titles for what they are', async () => {
    const title = '--amend; $(touch pwned) `id`\n-F';
    await createLocalForge(folder).send(request({ title }));
    expect(git('log', '-1', '--format=%B', 'karma/wider-network-d1')).toContain('$(touch pwned)');
    expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
  });
});

describe('merging it', () => {
  it('brings the change to the base, and to a clean work tree that has it checked out', async () => {
    const forge = createLocalForge(folder);
    const sent = await forge.send(request());
    expect(await forge.stateOf(sent, request())).toEqual({ state: 'open' });
    const merged = await forge.merge(sent, request());
    expect(git('rev-parse', 'main')).toBe(merged);
    expect(git('status', '--porcelain')).toBe('');
    expect(readFileSync(path.join(folder, VPC), 'utf8')).toContain('10.0.0.0/8');
    expect(await forge.stateOf(sent, request())).toEqual({ state: 'merged', commit: merged });
  });

  it('goes together with other commits, unless they collide', async () => {
    const forge = createLocalForge(folder);
    const sent = await forge.send(request());
    write(API, '{"vpc_nickname":"other"}\n');
    commit('Meanwhile');
    await forge.merge(sent, request());
    expect(git('show', `main:${API}`)).toContain('other');
    expect(git('show', `main:${VPC}`)).toContain('10.0.0.0/8');

    const second = await forge.send(
      request({ branch: 'karma/two', files: [{ path: VPC, text: '{"cidr":1}' }] }),
    );
    write(VPC, '{"cidr":2}');
    const before = commit('Collide');
    await expect(forge.merge(second, request({ branch: 'karma/two' }))).rejects.toThrow('same lines');
    expect(git('rev-parse', 'main')).toBe(before);
  });

  it('does not touch a work tree with changes that are not committed', async () => {
    const forge = createLocalForge(folder);
    const sent = await forge.send(request());
    write(API, '{"half":"done"}');
    await expect(forge.merge(sent, request())).rejects.toThrow('not committed');
    expect(readFileSync(path.join(folder, API), 'utf8')).toContain('half');
  });

  it('works on a bare repository', async () => {
    const bare = `${folder}-bare`;
    execFileSync('git', ['clone', '--quiet', '--bare', folder, bare], { stdio: 'ignore' });
    try {
      const forge = createLocalForge(bare);
      const sent = await forge.send(request());
      const merged = await forge.merge(sent, request());
      expect(await forge.tip('main')).toBe(merged);
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });

  it('says closed when the branch is gone without being merged', async () => {
    const forge = createLocalForge(folder);
    const sent = await forge.send(request());
    git('branch', '--quiet', '-D', 'karma/wider-network-d1');
    expect(await forge.stateOf(sent, request())).toEqual({ state: 'closed' });
  });
});
