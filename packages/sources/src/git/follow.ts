import { type Commit, readCommits, readWholeCommit } from './commits';
import type { Cursor } from './cursor';
import type { Repository } from './repository';

/** What to observe next on a branch, and from where. */
export interface Route {
  /** Files as they are at this commit are known; `null`: nothing is. */
  readonly from: string | null;
  readonly commits: readonly Commit[];
  /** No step may be dated before this, seconds since 1970. */
  readonly seconds: number;
  readonly base: string | null;
  /** Set where earlier observations no longer count: the last commit that does, `null` when none does. */
  readonly rewound?: { readonly to: string | null };
}

export interface Following {
  readonly repository: Repository;
  readonly tip: string;
  readonly history: 'full' | 'head';
  readonly scope: string;
  /** Literal paths, files or folders. */
  readonly paths: readonly string[];
  concerns(path: string): boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The way from what was observed to the tip, along first parents. */
export async function findRoute(following: Following, cursor: Cursor | undefined): Promise<Route> {
  if (cursor === undefined) return fromTheBeginning(following);
  const usable = cursor.scope === following.scope && !(following.history === 'full' && cursor.base !== null);
  const kept = usable ? await newestKept(following, cursor.commit) : undefined;
  if (kept === cursor.commit) {
    const commits = await relevant(following, `${kept}..${following.tip}`);
    return { from: kept, commits, seconds: cursor.seconds, base: cursor.base };
  }
  const rewound = kept === undefined ? undefined : await rewind(following, cursor, kept);
  return rewound ?? { ...(await fromTheBeginning(following)), rewound: { to: null } };
}

async function fromTheBeginning(following: Following): Promise<Route> {
  const { repository, tip, paths, signal } = following;
  if (following.history === 'full')
    return { from: null, commits: await relevant(following, tip), seconds: 0, base: null };
  const whole = withRelevant(following, await readWholeCommit(repository, tip, paths, signal));
  // Also when it holds nothing of ours: what follows may be rewound to it.
  return { from: null, commits: [whole], seconds: 0, base: tip };
}

/** History was rewritten after `kept`: finds the last observation that still counts. */
async function rewind(following: Following, cursor: Cursor, kept: string): Promise<Route | undefined> {
  const { repository, tip } = following;
  const { base } = cursor;
  if (base !== null && (await newestCommon(repository, base, kept)) !== base) return undefined;
  const observed = await relevant(following, base === null ? kept : `${base}..${kept}`);
  if (base !== null) observed.unshift(await readWholeCommit(repository, base, [], following.signal));
  const seconds = Math.max(0, ...observed.map((commit) => commit.seconds));
  const commits = await relevant(following, `${kept}..${tip}`);
  return { from: kept, commits, seconds, base, rewound: { to: observed.at(-1)?.id ?? null } };
}

async function relevant(following: Following, range: string): Promise<Commit[]> {
  const commits = await readCommits(following.repository, range, following.paths, following.signal);
  return commits
    .map((commit) => withRelevant(following, commit))
    .filter((commit) => commit.changes.length > 0);
}

function withRelevant(following: Following, commit: Commit): Commit {
  return { ...commit, changes: commit.changes.filter((change) => following.concerns(change.path)) };
}

/** @returns `commit` itself when it is still on the branch; `undefined` when nothing of its past is. */
async function newestKept(following: Following, commit: string): Promise<string | undefined> {
  const { repository, tip } = following;
  const known = await repository.git(['cat-file', '--batch-check'], `${commit}\n`, following.signal);
  if (!known.includes(' commit ')) return undefined;
  const since = await firstParents(repository, `${commit}..${tip}`);
  const before = since.at(-1)?.parent;
  if (tip === commit || before === commit) return commit;
  return newestCommon(repository, tip, commit);
}

/** The newest commit that is on the first-parent chains of both. */
async function newestCommon(repository: Repository, a: string, b: string): Promise<string | undefined> {
  const chain = new Set((await firstParents(repository, a)).map(({ id }) => id));
  return (await firstParents(repository, b)).find(({ id }) => chain.has(id))?.id;
}

async function firstParents(repository: Repository, range: string) {
  const out = await repository.git(['rev-list', '--first-parent', '--parents', range, '--']);
  return out
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', parent] = line.split(' ');
      return { id, parent };
    });
}
