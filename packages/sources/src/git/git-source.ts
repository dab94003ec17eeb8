import type { Source } from '../source';
import { parseCursor } from './cursor';
import { observeBranch, type Projection } from './observe-branch';
import { openRepository, type RepositoryLocation } from './repository';

/** As many digits of a commit as people are used to. */
const SHORT = 7;

export interface GitSourceOptions extends RepositoryLocation {
  /** A local branch, or one of `origin` that was not checked out. */
  readonly branch: string;
  /** Environments that this branch speaks for. */
  readonly environments: readonly string[];
  /** `full`: one observation a commit; `head`: at first one of the whole tree, then one a commit. */
  readonly history: 'full' | 'head';
}

export interface GitSource extends Source {
  /**
   * The branch's commit now: one Git process for a local path, a fetch for a URL. Enough to see that something moved.
   * @throws SourceUnavailableError
   */
  tip(signal?: AbortSignal): Promise<string>;
}

export function openGitSource(
  name: string,
  options: GitSourceOptions,
  projection: () => Projection,
): GitSource {
  const repository = openRepository(name, options);
  const { branch, history } = options;
  return {
    name,
    position: (cursor) => parseCursor(cursor)?.commit.slice(0, SHORT) ?? null,
    tip: (signal) => repository.tip(branch, signal),
    observe: (cursor, signal) =>
      observeBranch({ repository, branch, history, projection: projection() }, cursor, signal),
  };
}
