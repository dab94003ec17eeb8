import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceUnavailableError } from '../source';
import { fold, observeAll } from '../testing/fold';
import { openConfigs, VPC } from '../testing/open-configs';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';

describe('where a repository is', () => {
  it('may be a bare one, a linked work tree, or a clone that never checked the branch out', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const expected = { [`declaration|dev|${VPC}`]: '1' };
    const bare = join(temporaryDirectory(), 'bare.git');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    expect(fold(await observeAll(openConfigs(bare)))).toEqual(expected);
    const tree = join(temporaryDirectory(), 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', tree);
    expect(fold(await observeAll(openConfigs(tree)))).toEqual(expected);
    repository.git('checkout', '--quiet', '--detach');
    const clone = join(temporaryDirectory(), 'clone');
    repository.git('clone', '--quiet', '.', clone);
    expect(fold(await observeAll(openConfigs(clone)))).toEqual(expected);
  });

  it('may be a URL: mirrored once, fetched for each look, also after a forced push and a deleted branch', async () => {
    const repository = new TestRepository();
    const cacheDirectory = join(temporaryDirectory(), 'cache');
    repository.commit({ files: { [VPC]: '1' } });
    repository.git('branch', 'gone/later');
    const source = openConfigs(`file://${repository.directory}`, { cacheDirectory });
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
    await observeAll(openConfigs(repository));
    expect(readdirSync(join(repository.directory, '.git'))).toEqual(before);
    await expect(observeAll(openConfigs(join(repository.directory, 'iac')))).rejects.toThrow(
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
    const failure = await observeAll(openConfigs(path ?? repository, { branch })).catch(
      (error: unknown) => error,
    );
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
    await expect(
      openConfigs(repository).observe(undefined, aborted)[Symbol.asyncIterator]().next(),
    ).rejects.toThrow('enough');
  });
});
