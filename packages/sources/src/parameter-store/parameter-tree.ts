import { placementId } from '@karma/core';
import type { Source } from '../source';
import { inBatches } from './batches';
import { cursorToProgress, positionOf } from './progress';
import { openTree } from './read-tree';
import { rewindStep } from './steps';
import { news } from './tree-news';

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
      const { parameters, problems } = await read(signal);
      const progress = cursor === undefined ? new Map() : cursorToProgress(cursor);
      const observedAt = new Date().toISOString();
      const steps = news({ parameters, problems }, progress ?? new Map(), placement, observedAt);
      if (progress === undefined) steps.unshift(rewindStep(placement, observedAt));
      const report = JSON.stringify(problems);
      if (steps.length === 0 && report === reported) return;
      reported = report;
      yield* inBatches(steps, new Map(progress), { source: name, placement, observedAt, problems });
    },
  };
}
