import { segmentSchema } from '@karma/core';
import { type Binding, bindingSchema } from '../binding';
import { readJson } from '../read-json';
import type { SourceProblem } from '../source';
import { blobSizes, readBlobs } from './blobs';
import { readTree } from './commits';
import { openRepository, type Repository, type RepositoryLocation } from './repository';

export interface BranchLocation extends RepositoryLocation {
  readonly branch: string;
}

/** What a branch says of environments. */
export interface FoundEnvironments {
  readonly commit: string;
  readonly bindings: readonly Binding[];
  /** Bindings that cannot be understood; the others count. */
  readonly problems: readonly SourceProblem[];
  /** Names of the environments that it has configs for: the safe folders below `iac/`, sorted. */
  readonly folders: readonly string[];
}

const BINDINGS = 'account_environments';
const CONFIGS = 'iac/';

/**
 * Reads what the tip of a branch says of environments, again and again: only what moved is read anew.
 * @returns the reader. It throws SourceUnavailableError.
 */
export function openEnvironments(
  location: BranchLocation,
): (signal?: AbortSignal) => Promise<FoundEnvironments> {
  const repository = openRepository(`git:${location.branch}`, location);
  let known: FoundEnvironments | undefined;
  let knownTree: string | undefined;
  return async (signal) => {
    const commit = await repository.tip(location.branch, signal);
    if (known?.commit === commit) return known;
    const listing = ['ls-tree', '-d', '-z', '--full-tree', commit, '--', BINDINGS, CONFIGS];
    const folders = new Map(
      (await repository.git(listing, undefined, signal))
        .toString('utf8')
        .split('\0')
        .map((line) => line.split('\t'))
        .map(([tree = '', path = '']) => [path, tree]),
    );
    const tree = folders.get(BINDINGS);
    const read =
      known && tree === knownTree ? known : await readBindings(repository, tree ? commit : undefined, signal);
    known = {
      commit,
      bindings: read.bindings,
      problems: read.problems,
      folders: [...folders.keys()]
        .filter((path) => path.startsWith(CONFIGS))
        .map((path) => path.slice(CONFIGS.length))
        .filter((name) => segmentSchema.safeParse(name).success)
        .sort(),
    };
    knownTree = tree;
    return known;
  };
}

async function readBindings(
  repository: Repository,
  commit: string | undefined,
  signal?: AbortSignal,
): Promise<Pick<FoundEnvironments, 'bindings' | 'problems'>> {
  const bindings: Binding[] = [];
  const problems: SourceProblem[] = [];
  if (commit === undefined) return { bindings, problems };
  const wanted = (await readTree(repository, commit, [BINDINGS], signal)).flatMap(({ path, blob }) =>
    blob !== null && path.endsWith('.json') && path.split('/').length === 2 ? [{ path, blob }] : [],
  );
  const sizes = await blobSizes(repository, new Set(wanted.map(({ blob }) => blob)), signal);
  const texts = await readBlobs(repository, sizes, signal);
  for (const { path, blob } of wanted) {
    const { value, problem } = readJson(path, texts.get(blob) ?? '', bindingSchema);
    if (problem) problems.push(problem);
    else bindings.push({ ...value, file: path });
  }
  return { bindings, problems };
}
