import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, type Observed, observeAll } from '../testing/fold';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { openConfigSource } from './config-source';

const PATHS = ['a', 'b', 'c'].map((name) => `iac/dev/vpc/${name}/config.json`);

type Act = { readonly thenObserve: boolean } & (
  | { readonly kind: 'write' | 'delete'; readonly path: string }
  | { readonly kind: 'other' | 'merge' }
  | { readonly kind: 'rewind'; readonly commits: number }
);

const thenObserve = fc.boolean();
const path = fc.constantFrom(...PATHS);
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('write'), path, thenObserve }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete'), path, thenObserve }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('other', 'merge'), thenObserve }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('rewind'),
        commits: fc.integer({ min: 1, max: 3 }),
        thenObserve,
      }),
    },
  ),
  { minLength: 6, maxLength: 10 },
);

function perform(repository: TestRepository, act: Act, count: number): void {
  if (act.kind === 'write') repository.commit({ files: { [act.path]: `text ${count}` } });
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
        for (const [count, act] of steps.entries()) {
          perform(repository, act, count);
          if (act.thenObserve) await observe();
        }
        await observe();
        const held = PATHS.filter((path) => repository.git('ls-files', path) !== '').map((path) => [
          `declaration|dev|${path}`,
          repository.read(path),
        ]);
        expect(fold(...runs)).toEqual(Object.fromEntries(held));
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);
