import { describe, expect, it } from 'vitest';
import { fold, observeAll } from '../testing/fold';
import { openConfigs, VPC, ZONE } from '../testing/open-configs';
import { TestRepository } from '../testing/test-repository';

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
    const run = await observeAll(openConfigs(repository));
    expect(openConfigs(repository).position(run.cursor ?? '')).toBe(second.slice(0, 7));
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
    expect(fold(await observeAll(openConfigs(repository, { environments: ['dev', 'base'] })))).toEqual({
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
    const names = (history: 'full' | 'head') => observeAll(openConfigs(repository, { history })).then(fold);
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
    const run = await observeAll(openConfigs(repository));
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
    const source = openConfigs(repository);
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
    expect(fold(await observeAll(openConfigs(repository)))).toEqual({
      [`declaration|dev|${VPC}`]: '{"$karma":"too-large","bytes":10485760}',
      [`declaration|dev|${ZONE}`]: '{}',
    });
  });

  it('come in bounded batches, each with a cursor to go on from', async () => {
    const repository = new TestRepository();
    for (let n = 0; n < 20; n++) repository.commit({ files: { [VPC]: String(n).padEnd(900_000) } });
    const source = openConfigs(repository);
    const { batches } = await observeAll(source);
    expect(batches.map(({ observations }) => observations.length)).toEqual([18, 2]);
    const rest = await observeAll(source, batches[0]?.cursor);
    expect(rest.observations.map(({ key }) => key)).toEqual(
      batches.slice(1).flatMap(({ observations }) => observations.map(({ key }) => key)),
    );
  });
});
