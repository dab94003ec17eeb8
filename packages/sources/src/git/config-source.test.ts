import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceUnavailableError } from '../source';
import { fold, observeAll } from '../testing/fold';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { openConfigSource } from './config-source';
import type { GitSourceOptions } from './git-source';

const VPC = 'iac/dev/vpc/main/config.json';
const ZONE = 'iac/dev/route53-zone/main/config.json';

function open(repository: TestRepository | string, options: Partial<GitSourceOptions> = {}) {
  return openConfigSource({
    repository: typeof repository === 'string' ? repository : repository.directory,
    branch: 'main',
    environments: ['dev'],
    history: 'full',
    cacheDirectory: temporaryDirectory(),
    ...options,
  });
}

describe('the configs of a branch', () => {
  it('are observed commit by commit, with author, date and first line', async () => {
    const repository = new TestRepository();
    const first = repository.commit({ files: { [VPC]: '{"cidr":"10.0.0.0/16"}' }, message: 'Add\n\nBody' });
    repository.commit({ files: { 'README.md': 'nothing to us' } });
    const second = repository.commit({
      files: { [VPC]: '{}', [ZONE]: '{}' },
      author: 'Zoë "Z" Ünal <zoe@example.com>',
      message: 'Change and add',
    });
    const run = await observeAll(open(repository));
    expect(open(repository).position(run.cursor ?? '')).toBe(second.slice(0, 7));
    expect(run.observations).toEqual([
      {
        source: 'git:main',
        key: `git:${first}`,
        actor: 'Ada Example <ada@example.com>',
        at: '2025-01-01T01:00:00.000Z',
        message: 'Add',
        observedAt: expect.any(String),
        changes: [{ subject: `declaration|dev|${VPC}`, hash: expect.any(String) }],
      },
      expect.objectContaining({
        key: `git:${second}`,
        actor: 'Zoë "Z" Ünal <zoe@example.com>',
        message: 'Change and add',
        at: '2025-01-01T03:00:00.000Z',
      }),
    ]);
    expect(run.batches.map(({ total }) => total)).toEqual([2]);
    expect(fold(run)).toEqual({ [`declaration|dev|${VPC}`]: '{}', [`declaration|dev|${ZONE}`]: '{}' });
    expect(run.contents.size).toBe(2);
  });

  it('leave out other environments, depths and files, and keep unsafe names for core to report', async () => {
    const repository = new TestRepository();
    repository.commit({
      files: {
        [VPC]: '1',
        'iac/prod/vpc/main/config.json': '2',
        'iac/dev/config.json': '3',
        'iac/dev/vpc/config.json': '4',
        'iac/dev/vpc/main/more/config.json': '5',
        'iac/dev/vpc/main/notes.json': '6',
        'iac/dev/vpc/-rf .x/config.json': '7',
        'karma.conventions.json': '8',
        'iac/dev/karma.conventions.json': '9',
      },
    });
    expect(fold(await observeAll(open(repository, { environments: ['dev', 'base'] })))).toEqual({
      [`declaration|dev|${VPC}`]: '1',
      'declaration|dev|iac/dev/vpc/-rf .x/config.json': '7',
      'conventions|dev': '8',
      'conventions|base': '8',
    });
  });

  it('survive names with newlines, quotes, pathspec magic and bytes that are not UTF-8', async () => {
    const repository = new TestRepository();
    repository.commit({
      files: {
        'iac/dev/vpc/a\nb/config.json': 'newline',
        'iac/dev/vpc/"q"\t/config.json': 'quotes',
        'iac/dev/vpc/:(glob)*/config.json': 'magic',
        'iac/dev/vpc/größe/config.json': 'utf8',
      },
    });
    const bytes = Buffer.from('iac/dev/vpc/\xff\xfe/config.json', 'latin1');
    repository.write(bytes, 'bytes');
    repository.commit({ files: {} });
    const names = (history: 'full' | 'head') => observeAll(open(repository, { history })).then(fold);
    const expected = {
      'declaration|dev|iac/dev/vpc/a\nb/config.json': 'newline',
      'declaration|dev|iac/dev/vpc/"q"\t/config.json': 'quotes',
      'declaration|dev|iac/dev/vpc/:(glob)*/config.json': 'magic',
      'declaration|dev|iac/dev/vpc/größe/config.json': 'utf8',
      'declaration|dev|iac/dev/vpc/\\xff\\xfe/config.json': 'bytes',
    };
    expect(await names('full')).toEqual(expected);
    expect(await names('head')).toEqual(expected);
  });

  it('count a merge as what it brought, a rename as two changes, a revert as the old content', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: 'one' } });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({ files: { [ZONE]: 'draft' } });
    repository.commit({ files: { [ZONE]: 'zone' } });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { [VPC]: 'two' } });
    const merge = repository.merge('feature', 'Merge feature');
    const moved = 'iac/dev/route53-zone/moved/config.json';
    repository.commit({ files: { [ZONE]: null, [moved]: 'zone' } });
    repository.git('revert', '--no-edit', 'HEAD');
    repository.commit({ files: { [VPC]: null } });
    const run = await observeAll(open(repository));
    expect(run.observations.map(({ changes }) => changes.map(({ subject }) => subject))).toEqual([
      [`declaration|dev|${VPC}`],
      [`declaration|dev|${VPC}`],
      [`declaration|dev|${ZONE}`],
      [`declaration|dev|${ZONE}`, `declaration|dev|${moved}`].sort(),
      [`declaration|dev|${ZONE}`, `declaration|dev|${moved}`].sort(),
      [`declaration|dev|${VPC}`],
    ]);
    expect(run.observations[2]).toMatchObject({ key: `git:${merge}`, message: 'Merge feature' });
    expect(fold(run)).toEqual({ [`declaration|dev|${ZONE}`]: 'zone' });
  });

  it('are dated monotonically, however the clocks of committers stood', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' }, date: '2025-03-01T00:00:00Z' });
    repository.commit({ files: { [VPC]: '2' }, date: '2024-01-01T00:00:00Z' });
    const source = open(repository);
    const first = await observeAll(source);
    repository.commit({ files: { [VPC]: '3' }, date: '2025-02-01T00:00:00Z' });
    repository.commit({ files: { [VPC]: '4' }, date: '2025-04-01T00:00:00Z' });
    const second = await observeAll(source, first.cursor);
    expect([...first.observations, ...second.observations].map(({ at }) => at.slice(0, 10))).toEqual([
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      '2025-04-01',
    ]);
  });

  it('that are too large are told, not loaded', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: 'x'.repeat(10 * 1024 * 1024), [ZONE]: '{}' } });
    expect(fold(await observeAll(open(repository)))).toEqual({
      [`declaration|dev|${VPC}`]: '{"$karma":"too-large","bytes":10485760}',
      [`declaration|dev|${ZONE}`]: '{}',
    });
  });

  it('come in bounded batches, each with a cursor to go on from', async () => {
    const repository = new TestRepository();
    for (let n = 0; n < 20; n++) repository.commit({ files: { [VPC]: String(n).padEnd(900_000) } });
    const source = open(repository);
    const { batches } = await observeAll(source);
    expect(batches.map(({ observations }) => observations.length)).toEqual([18, 2]);
    const rest = await observeAll(source, batches[0]?.cursor);
    expect(rest.observations.map(({ key }) => key)).toEqual(
      batches.slice(1).flatMap(({ observations }) => observations.map(({ key }) => key)),
    );
  });
});

describe('resuming', () => {
  it('yields nothing when nothing is new, and only what is new otherwise', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const source = open(repository);
    const first = await observeAll(source);
    expect((await observeAll(source, first.cursor)).batches).toEqual([]);
    repository.commit({ files: { 'README.md': 'nothing to us' } });
    expect((await observeAll(source, first.cursor)).batches).toEqual([]);
    const commit = repository.commit({ files: { [VPC]: '2' } });
    expect(await source.tip()).toBe(commit);
    const second = await observeAll(source, first.cursor);
    expect(second.observations.map(({ key, rewoundTo }) => [key, rewoundTo])).toEqual([
      [`git:${commit}`, undefined],
    ]);
  });

  it('at the head starts with the whole tree in one observation', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const tip = repository.commit({ files: { [ZONE]: '2' }, message: 'Tip' });
    const source = open(repository, { history: 'head' });
    const first = await observeAll(source);
    expect(first.observations).toMatchObject([{ key: `git:${tip}`, message: 'Tip' }]);
    const next = repository.commit({ files: { [VPC]: null } });
    const second = await observeAll(source, first.cursor);
    expect(second.observations.map(({ key }) => key)).toEqual([`git:${next}`]);
    expect(fold(first, second)).toEqual({ [`declaration|dev|${ZONE}`]: '2' });
  });

  it.each(['full', 'head'] as const)('survives a rewritten branch (%s)', async (history) => {
    const repository = new TestRepository();
    const kept = repository.commit({ files: { [VPC]: '1' } });
    const source = open(repository, { history });
    const base = await observeAll(source);
    repository.commit({ files: { 'README.md': 'kept too, but nothing to us' } });
    repository.commit({ files: { [VPC]: 'gone' } });
    const first = await observeAll(source, base.cursor);
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    repository.commit({ files: { [ZONE]: 'new' } });
    repository.commit({ files: { [VPC]: '2' } });
    const second = await observeAll(source, first.cursor);
    expect(second.observations.map(({ rewoundTo }) => rewoundTo)).toEqual([`git:${kept}`, undefined]);
    expect(fold(base, first, second)).toEqual({
      [`declaration|dev|${VPC}`]: '2',
      [`declaration|dev|${ZONE}`]: 'new',
    });
    repository.git('reset', '--quiet', '--hard', kept);
    const third = await observeAll(source, second.cursor);
    expect(fold(base, first, second, third)).toEqual({ [`declaration|dev|${VPC}`]: '1' });
    expect((await observeAll(source, third.cursor)).batches).toEqual([]);
  });

  it('starts over when the base itself was rewritten, or no common commit is left', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { 'README.md': '' } });
    repository.commit({ files: { [VPC]: '1' } });
    const head = open(repository, { history: 'head' });
    const full = open(repository);
    const before = [await observeAll(head), await observeAll(full)] as const;
    repository.git('commit', '--quiet', '--amend', '--message=Said better');
    const amended = await observeAll(head, before[0].cursor);
    expect(amended.observations.map(({ rewoundTo }) => rewoundTo)).toEqual(['']);
    repository.git('checkout', '--quiet', '--orphan', 'new');
    repository.commit({ files: { [VPC]: '2' } });
    repository.git('branch', '--force', 'main');
    const orphan = await observeAll(full, before[1].cursor);
    expect(orphan.observations.map(({ rewoundTo }) => rewoundTo)).toEqual(['']);
    expect(fold(before[1], orphan)).toEqual({ [`declaration|dev|${VPC}`]: '2' });
  });

  it('can be rewound to a head that held nothing', async () => {
    const repository = new TestRepository();
    const empty = repository.commit({ files: { 'README.md': '' } });
    const source = open(repository, { history: 'head' });
    const first = await observeAll(source);
    repository.commit({ files: { [VPC]: '1' } });
    const second = await observeAll(source, first.cursor);
    repository.git('reset', '--quiet', '--hard', empty);
    const third = await observeAll(source, second.cursor);
    expect(third.observations.map(({ rewoundTo }) => rewoundTo)).toEqual([`git:${empty}`]);
    expect(fold(first, second, third)).toEqual({});
  });

  it('treats a commit that is only an ancestor by a second parent as rewritten history', async () => {
    const repository = new TestRepository();
    const shared = repository.commit({ files: { [VPC]: '1' } });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({ files: { [ZONE]: 'feature' } });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { [VPC]: '2' } });
    const source = open(repository);
    const first = await observeAll(source);
    repository.git('checkout', '--quiet', 'feature');
    repository.merge('main', 'Merge main into feature');
    repository.git('branch', '--force', 'main');
    const second = await observeAll(source, first.cursor);
    expect(second.observations[0]?.rewoundTo).toBe(`git:${shared}`);
    expect(fold(first, second)).toEqual({
      [`declaration|dev|${VPC}`]: '2',
      [`declaration|dev|${ZONE}`]: 'feature',
    });
  });

  it('observes anew when the environments changed, history is wanted after all, or the cursor is foreign', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1', 'iac/qa/vpc/main/config.json': '2' } });
    const first = await observeAll(open(repository, { history: 'head' }));
    for (const [changed, cursor] of [
      [{ environments: ['dev', 'qa'] }, first.cursor],
      [{ history: 'full' as const }, first.cursor],
      [{}, 'not a cursor'],
    ] as const) {
      const run = await observeAll(open(repository, changed), cursor);
      expect(run.observations.map(({ rewoundTo }) => rewoundTo)).toEqual(['']);
    }
  });
});

describe('where a repository is', () => {
  it('may be a bare one, a linked work tree, or a clone that never checked the branch out', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const expected = { [`declaration|dev|${VPC}`]: '1' };
    const bare = join(temporaryDirectory(), 'bare.git');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    expect(fold(await observeAll(open(bare)))).toEqual(expected);
    const tree = join(temporaryDirectory(), 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', tree);
    expect(fold(await observeAll(open(tree)))).toEqual(expected);
    repository.git('checkout', '--quiet', '--detach');
    const clone = join(temporaryDirectory(), 'clone');
    repository.git('clone', '--quiet', '.', clone);
    expect(fold(await observeAll(open(clone)))).toEqual(expected);
  });

  it('may be a URL: mirrored once, fetched for each look, also after a forced push and a deleted branch', async () => {
    const repository = new TestRepository();
    const cacheDirectory = join(temporaryDirectory(), 'cache');
    repository.commit({ files: { [VPC]: '1' } });
    repository.git('branch', 'gone/later');
    const source = open(`file://${repository.directory}`, { cacheDirectory });
    const first = await observeAll(source);
    repository.git('branch', '--delete', 'gone/later');
    repository.git('branch', 'gone');
    repository.git('commit', '--quiet', '--amend', '--message=Other');
    const [tip, second] = await Promise.all([source.tip(), observeAll(source, first.cursor)]);
    expect(second.observations).toMatchObject([{ key: `git:${tip}`, rewoundTo: '', message: 'Other' }]);
    expect(readdirSync(cacheDirectory)).toHaveLength(1);
  });

  it('is never taken from a folder above, nor written to', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const before = readdirSync(join(repository.directory, '.git'));
    await observeAll(open(repository));
    expect(readdirSync(join(repository.directory, '.git'))).toEqual(before);
    await expect(observeAll(open(join(repository.directory, 'iac')))).rejects.toThrow(
      'is not a Git repository',
    );
  });

  it.each([
    ['/nowhere/at/all', 'main', 'does not exist', 'Check the path'],
    ['file:///nowhere/at/all.git', 'main', 'is not a Git repository', 'Check the path or URL'],
    ['https://user:secret@127.0.0.1:9/x.git', 'main', 'cannot be reached', 'Check the network'],
    [undefined, 'dve', 'has no branch "dve"', 'for example: dev'],
    [undefined, '--upload-pack=touch /tmp/karma-injected', 'has no branch', 'for example'],
    [undefined, 'main^{/x}', 'has no branch', 'for example: main'],
  ])('is told when it cannot be read: %s %s', async (path, branch, reason, remedy) => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    for (const name of ['dev', 'release/2025', 'topic']) repository.git('branch', name);
    const failure = await observeAll(open(path ?? repository, { branch })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceUnavailableError);
    expect(failure).toMatchObject({
      source: `git:${branch}`,
      reason: expect.stringContaining(reason),
      remedy: expect.stringContaining(remedy),
    });
    expect(String(failure)).not.toContain('secret');
    expect(existsSync('/tmp/karma-injected')).toBe(false);
  });

  it('stops when told to', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const aborted = AbortSignal.abort(new Error('enough'));
    await expect(open(repository).observe(undefined, aborted)[Symbol.asyncIterator]().next()).rejects.toThrow(
      'enough',
    );
  });
});
