import { setImmediate } from 'node:timers/promises';
import type { Observation, Subject, SubjectChange } from '@karma/core';
import { hashContent } from '../hash-content';
import type { Batch } from '../source';
import { blobSizes, groupBySize, type NeedsBlobs, readBlobs } from './blobs';
import { type Commit, type FileChange, readTree } from './commits';
import { type Cursor, parseCursor } from './cursor';
import { findRoute } from './follow';
import type { Repository } from './repository';

const MAX_COMMITS = 500;

/** What one commit means: the blobs needed to tell, then the subjects. */
export interface Step extends NeedsBlobs {
  /** @param texts at least what `blobs` asked for. */
  subjects(texts: ReadonlyMap<string, string>): Promise<SubjectContent[]> | SubjectContent[];
}

export interface SubjectContent {
  readonly subject: Subject;
  /** `null`: it is gone. */
  readonly content: string | null;
}

/** How the files of a branch become subjects. */
export interface Projection {
  /** Names what is looked for; when it changes, the branch is observed anew. */
  readonly scope: string;
  /** Literal paths, files or folders, outside of which nothing concerns it. */
  readonly paths: readonly string[];
  concerns(path: string): boolean;
  /**
   * Commits then come in order.
   * @param files reads the files as they are before the first of them.
   */
  begin(files: () => Promise<readonly FileChange[]>): Promise<(changes: readonly FileChange[]) => Step>;
}

export interface BranchToObserve {
  readonly repository: Repository;
  readonly branch: string;
  readonly history: 'full' | 'head';
  readonly projection: Projection;
}

/** Replays what happened to a branch along first parents since `cursorText`: one observation a commit that matters. */
export async function* observeBranch(
  { repository, branch, history, projection }: BranchToObserve,
  cursorText: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Batch> {
  const tip = await repository.tip(branch, signal);
  const cursor = cursorText === undefined ? undefined : (parseCursor(cursorText) ?? LOST);
  const { scope, paths } = projection;
  if (cursor?.commit === tip && cursor.scope === scope && (history === 'head' || cursor.base === null))
    return;
  const following = {
    repository,
    tip,
    history,
    scope,
    paths,
    signal,
    concerns: (path: string) => projection.concerns(path),
  };
  const route = await findRoute(following, cursor);
  const advance = await projection.begin(async () => {
    const files = route.from === null ? [] : await readTree(repository, route.from, paths, signal);
    return files.filter(({ path }) => projection.concerns(path));
  });
  const observedAt = new Date().toISOString();
  const total = route.commits.length;
  let { seconds } = route;
  let rewoundTo = route.rewound && (route.rewound.to === null ? '' : `git:${route.rewound.to}`);

  const batch = (observations: Observation[], contents: Map<string, string>, commit: string): Batch => {
    const position: Cursor = { commit, seconds, base: route.base, scope };
    return {
      observations,
      contents,
      cursor: JSON.stringify(position),
      total,
      problems: [],
    };
  };
  const observation = (key: string, changes: SubjectChange[], from?: Commit): Observation => {
    const rewinding = rewoundTo === undefined ? {} : { rewoundTo };
    rewoundTo = undefined;
    return {
      key,
      actor: from?.author ?? null,
      at: new Date(seconds * 1000).toISOString(),
      message: from?.message ?? 'The history of the branch was rewritten',
      source: repository.source,
      observedAt,
      changes,
      ...rewinding,
    };
  };

  if (total === 0 && rewoundTo !== undefined) {
    yield batch([observation(`git:${tip}@after-${cursor?.commit}`, [])], new Map(), tip);
    return;
  }
  let done = 0;
  for (let start = 0; start < total; start += MAX_COMMITS) {
    const steps = route.commits
      .slice(start, start + MAX_COMMITS)
      .map((commit) => ({ commit, ...advance(commit.changes) }));
    const sizes = await blobSizes(repository, new Set(steps.flatMap(({ blobs }) => blobs)), signal);
    for (const group of groupBySize(steps, sizes)) {
      const texts = await readBlobs(repository, group.sizes, signal);
      const contents = new Map<string, string>();
      const observations: Observation[] = [];
      for (const { commit, subjects } of group.steps) {
        await setImmediate();
        signal?.throwIfAborted();
        seconds = Math.max(seconds, commit.seconds);
        const changes = (await subjects(texts)).map(({ subject, content }) => {
          if (content === null) return { subject, hash: null };
          const hash = hashContent(content);
          contents.set(hash, content);
          return { subject, hash };
        });
        observations.push(observation(`git:${commit.id}`, changes, commit));
      }
      done += group.steps.length;
      yield batch(observations, contents, done === total ? tip : (group.steps.at(-1)?.commit.id ?? tip));
    }
  }
}

/** Stands for a cursor that cannot be read: whatever was observed before no longer counts. */
const LOST: Cursor = { commit: '', seconds: 0, base: null, scope: '' };
