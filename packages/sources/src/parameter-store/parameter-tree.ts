import { type Observation, placementId, subjects } from '@karma/core';
import { hashContent } from '../hash-content';
import type { Batch, Source } from '../source';
import { cursorToProgress, type Observed, progressToCursor } from './progress';
import { openTree, type Tree } from './read-tree';
import { news, rewind, type Step } from './steps';

const MAX_OBSERVATIONS = 2000;

export interface ParameterTreeOptions {
  /** Holds the files of this one placement; layout in the package's README. Only read. */
  readonly directory: string;
  readonly account: string;
  readonly region: string;
}

/**
 * Parameters kept as files, one a parameter with its versions: what stands in for Parameter Store.
 * @returns a source named `parameters:<account>/<region>`; one observation a version.
 */
export function openParameterTree({ directory, account, region }: ParameterTreeOptions): Source {
  const placement = placementId(account, region);
  const name = `parameters:${placement}`;
  const read = openTree(name, directory);
  let reported = '[]';
  return {
    name,
    position: positionOf,
    async *observe(cursor, signal) {
      const tree = await read(signal);
      const progress = cursor === undefined ? new Map<string, Observed>() : cursorToProgress(cursor);
      const observedAt = new Date().toISOString();
      const steps = news(tree, progress ?? new Map(), placement, observedAt);
      if (progress === undefined) steps.unshift(rewind(placement, observedAt));
      const problems = JSON.stringify(tree.problems);
      if (steps.length === 0 && problems === reported) return;
      reported = problems;
      yield* inBatches(steps, new Map(progress), { source: name, observedAt }, tree);
    },
  };
}

function positionOf(cursor: string): string | null {
  const progress = cursorToProgress(cursor);
  if (!progress) return null;
  const count = [...progress.values()].filter(({ deletedAt }) => deletedAt === '').length;
  return `${count} ${count === 1 ? 'parameter' : 'parameters'}`;
}

function* inBatches(
  steps: readonly Step[],
  progress: Map<string, Observed>,
  seen: { readonly source: string; readonly observedAt: string },
  tree: Tree,
): Generator<Batch> {
  for (let start = 0; start === 0 || start < steps.length; start += MAX_OBSERVATIONS) {
    const contents = new Map<string, string>();
    const observations = steps
      .slice(start, start + MAX_OBSERVATIONS)
      .map(({ name, placement, reached, content, facts }): Observation => {
        if (reached === undefined) return { ...facts, ...seen, changes: [] };
        progress.set(name, reached);
        const hash = content === null ? null : hashContent(content);
        if (hash !== null && content !== null) contents.set(hash, content);
        return { ...facts, ...seen, changes: [{ subject: subjects.parameter(placement, name), hash }] };
      });
    const cursor = progressToCursor(progress);
    yield { observations, contents, cursor, total: steps.length, problems: tree.problems };
  }
}
