import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addCommit } from './add-commit';
import { createExample, type Example } from './create';
import { runGit } from './git/fast-import';
import { temporaryDirectory } from './testing/temporary-directory';

const directory = temporaryDirectory();
let example: Example;
beforeAll(async () => {
  example = await createExample({ directory });
});
const git = (...args: string[]) => runGit(example.configRepository, args).trim();

describe('the repositories of the example', () => {
  it('have the same commits every time', async () => {
    const again = await createExample({ directory: path.join(directory, 'again') });
    for (const repository of ['configRepository', 'modulesRepository'] as const)
      for (const branch of ['main', 'dev'])
        expect(runGit(again[repository], ['rev-parse', branch])).toBe(
          runGit(example[repository], ['rev-parse', branch]),
        );
  });

  it('have a history like that of a team', () => {
    expect(Number(git('rev-list', '--count', 'main'))).toBeGreaterThanOrEqual(60);
    expect(git('rev-list', '--merges', 'main').split('\n').length).toBeGreaterThanOrEqual(5);
    expect(new Set(git('log', '--format=%ae', 'main').split('\n')).size).toBeGreaterThanOrEqual(6);
    expect(git('log', '--diff-filter=R', '-M', '--name-status', '--format=', '--all')).toContain('R100');
    expect(git('log', '--diff-filter=D', '--name-only', '--format=', 'main')).toContain('prod/redis/carts');
    expect(git('log', '--format=%s', 'main')).toContain('Revert "Solve routes with eight threads"');
    const dates = git('log', '--first-parent', '--format=%cI', 'main').split('\n');
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(dates.at(-1)?.slice(0, 7)).toBe('2026-03');
    expect(dates[0]?.slice(0, 7)).toBe('2026-11');
  });

  it('check out clean, with every file of the folder on its branch', () => {
    expect(git('status', '--porcelain')).toBe('');
    expect(git('ls-tree', '-r', '--name-only', 'main')).toContain('iac/prod/vpc/main/config.json');
    expect(git('ls-tree', '-r', '--name-only', 'dev')).toContain('iac/dev/vpc/main/config.json');
  });

  it('undo what was reverted', () => {
    const threads = (revision: string) =>
      JSON.parse(git('show', `${revision}:iac/prod/ecs-service/routing/config.json`)).environment
        .SOLVER_THREADS;
    const revert = git('log', '--format=%H', '--grep=^Revert', 'main');
    expect([`${revert}~2`, `${revert}~1`, revert].map(threads)).toEqual(['4', '8', '4']);
  });

  it('take one more commit', () => {
    const config = JSON.parse(
      readFileSync(path.join(example.configRepository, 'iac/prod/vpc/main/config.json'), 'utf8'),
    );
    const commit = addCommit({
      repository: example.configRepository,
      message: 'One more gateway',
      at: '2026-11-21T12:00:00Z',
      files: { 'prod/vpc/main': { ...config, nat_gateways: 4 }, 'prod/redis/sessions': null },
    });
    expect(git('rev-parse', 'main')).toBe(commit);
    expect(git('show', '--name-status', '--format=%s %cI')).toBe(
      'One more gateway 2026-11-21T12:00:00+00:00\n\nD\tiac/prod/redis/sessions/config.json\nM\tiac/prod/vpc/main/config.json',
    );
  });
});
