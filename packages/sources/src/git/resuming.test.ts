import { describe, expect, it } from 'vitest';
import { fold, observeAll } from '../testing/fold';
import { openConfigs, VPC, ZONE } from '../testing/open-configs';
import { TestRepository } from '../testing/test-repository';

describe('resuming', () => {
  it('yields nothing when nothing is new, and only what is new otherwise', async () => {
    const repository = new TestRepository();
    repository.commit({ files: { [VPC]: '1' } });
    const source = openConfigs(repository);
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
    const source = openConfigs(repository, { history: 'head' });
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
    const source = openConfigs(repository, { history });
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
    const head = openConfigs(repository, { history: 'head' });
    const full = openConfigs(repository);
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
    const source = openConfigs(repository, { history: 'head' });
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
    const source = openConfigs(repository);
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
    const first = await observeAll(openConfigs(repository, { history: 'head' }));
    for (const [changed, cursor] of [
      [{ environments: ['dev', 'qa'] }, first.cursor],
      [{ history: 'full' as const }, first.cursor],
      [{}, 'not a cursor'],
    ] as const) {
      const run = await observeAll(openConfigs(repository, changed), cursor);
      expect(run.observations.map(({ rewoundTo }) => rewoundTo)).toEqual(['']);
    }
  });
});
