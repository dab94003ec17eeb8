import type { Subject } from '@karma/core';
import { GitFailedError } from '@karma/git';
import { SourceUnavailableError } from '../source';
import { blobSizes, readBlobs } from './blobs';
import { type FileChange, readTree } from './commits';
import { configProjection } from './config-source';
import type { SubjectContent } from './observe-branch';
import { openRepository, type Repository, type RepositoryLocation } from './repository';

/** Names the comparison in messages. */
const SOURCE = 'git';

export interface ConfigTreesOptions extends RepositoryLocation {
  /** A branch, a tag or a commit that the change is to be merged into. */
  readonly base: string;
  /** The one with the change. */
  readonly head: string;
  /** Whose configs count. */
  readonly environments: readonly string[];
}

/** What the config repo says at one ref, and what another one would bring to it. */
export interface ConfigTrees {
  readonly base: string;
  readonly head: string;
  /** Content of every subject at `base`. */
  readonly atBase: ReadonlyMap<Subject, string>;
  /** What `head` changed since the two went apart, as a pull request shows it. */
  readonly changes: readonly SubjectContent[];
}

/**
 * Compares two refs as a forge does: from their merge base to the head.
 * @throws SourceUnavailableError when the repository cannot be read, has no such refs, or does not have the commit at
 *   which they went apart.
 */
export async function readConfigTrees(options: ConfigTreesOptions): Promise<ConfigTrees> {
  const repository = openRepository(SOURCE, options);
  const [base, head] = [await commitOf(repository, options.base), await commitOf(repository, options.head)];
  const from = await partedAt(repository, base, head, options);
  const projection = configProjection(options.environments);
  const treeOf = async (commit: string) =>
    (await readTree(repository, commit, projection.paths)).filter(({ path }) => projection.concerns(path));
  const [baseFiles, fromFiles, headFiles] = [await treeOf(base), await treeOf(from), await treeOf(head)];
  const changed = changesBetween(fromFiles, headFiles);

  const blobs = new Set([...baseFiles, ...changed].flatMap(({ blob }) => blob ?? []));
  const texts = await readBlobs(repository, await blobSizes(repository, blobs));
  const advance = await projection.begin(async () => []);
  const contents = async (files: readonly FileChange[]) => advance(files).subjects(texts);
  return {
    base,
    head,
    atBase: new Map(
      (await contents(baseFiles)).flatMap(({ subject, content }) =>
        content === null ? [] : [[subject, content] as const],
      ),
    ),
    changes: await contents(changed),
  };
}

async function commitOf(repository: Repository, ref: string): Promise<string> {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    try {
      const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
      return (await repository.git(args)).toString('utf8').trim();
    } catch (error) {
      if (!(error instanceof SourceUnavailableError)) throw error;
    }
  }
  throw new SourceUnavailableError(
    SOURCE,
    `The config repo has nothing called "${ref}".`,
    'Name a branch, a tag or a commit; in CI, fetch it first (`fetch-depth: 0`).',
  );
}

async function partedAt(
  repository: Repository,
  base: string,
  head: string,
  names: Pick<ConfigTreesOptions, 'base' | 'head'>,
): Promise<string> {
  try {
    return (await repository.git(['merge-base', base, head])).toString('utf8').trim();
  } catch (error) {
    const { cause } = error instanceof SourceUnavailableError ? error : {};
    if (!(cause instanceof GitFailedError) || cause.exitCode !== 1) throw error;
    const isShallow =
      (await repository.git(['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
    throw new SourceUnavailableError(
      SOURCE,
      `The config repo has no commit that "${names.base}" and "${names.head}" have in common.`,
      isShallow
        ? 'It is a shallow clone: run `git fetch --unshallow` in it; in CI, check it out with `fetch-depth: 0`.'
        : 'Name two refs of one history.',
      { cause },
    );
  }
}

function changesBetween(from: readonly FileChange[], to: readonly FileChange[]): FileChange[] {
  const before = new Map(from.map(({ path, blob }) => [path, blob]));
  const after = new Set(to.map(({ path }) => path));
  return [
    ...to.filter(({ path, blob }) => before.get(path) !== blob),
    ...from.filter(({ path }) => !after.has(path)).map(({ path }) => ({ path, blob: null })),
  ];
}
