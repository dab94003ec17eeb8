import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, type Observed, observeAll } from '../testing/fold';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { openConfigSource } from './config-source';

const PATHS = ['a', 'b', 'c'].map((name) => `iac/dev/vpc/${name}/config.json`);

type Act =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'other' | 'merge' | 'observe' }
  | { readonly kind: 'rewind'; readonly commits: number };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('write'),
        path: fc.constantFrom(...PATHS),
        text: fc.string(),
      }),
    },
    fc.record({ kind: fc.constant('delete'), path: fc.constantFrom(...PATHS) }),
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('other', 'merge', 'observe') }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('rewind'), commits: fc.integer({ min: 1, max: 4 }) }),
    },
  ),
  { minLength: 6, maxLength: 14 },
);

function perform(repository: TestRepository, act: Act, count: number): void {
  if (act.kind === 'write') repository.commit({ files: { [act.path]: act.text } });
  else if (act.kind === 'delete') {
    const isThere = repository.git('ls-files', act.path) !== '';
    repository.commit({ files: isThere ? { [act.path]: null } : {} });
  } else if (act.kind === 'merge') {
    repository.git('checkout', '--quiet', '-b', `topic-${count}`);
    repository.commit({ files: { [PATHS[count % 3] ?? '']: `merged ${count}` } });
    repository.git('checkout', '--quiet', 'main');
    repository.merge(`topic-${count}`, 'Merge');
  } else if (act.kind === 'rewind') {
    const before = Number(repository.git('rev-list', '--count', '--first-parent', 'HEAD'));
    repository.git('reset', '--quiet', '--hard', `HEAD~${Math.min(act.commits, before - 1)}`);
  } else repository.commit({ files: { 'README.md': String(count) } });
}

it.each(['full', 'head'] as const)(
  'whatever happens to a branch, what was observed of it folds to what it holds (%s)',
  async (history) => {
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const repository = new TestRepository();
        repository.commit({ files: { 'README.md': '' } });
        const source = openConfigSource({
          repository: repository.directory,
          branch: 'main',
          environments: ['dev'],
          history,
          cacheDirectory: temporaryDirectory(),
        });
        const runs: Observed[] = [];
        const observe = async () => runs.push(await observeAll(source, runs.at(-1)?.cursor));
        for (const [count, act] of steps.entries())
          if (act.kind === 'observe') await observe();
          else perform(repository, act, count);
        await observe();
        const held = PATHS.filter((path) => repository.git('ls-files', path) !== '').map((path) => [
          `declaration|dev|${path}`,
          repository.read(path),
        ]);
        expect(fold(...runs)).toEqual(Object.fromEntries(held));
      }),
      { numRuns: 12 },
    );
  },
  60_000,
);
