import { type Observation, type PlacementId, subjects } from '@karma/core';
import { hashContent } from '../hash-content';
import type { Batch, SourceProblem } from '../source';
import { type Observed, progressToCursor } from './progress';
import type { Step } from './steps';

const MAX_OBSERVATIONS = 2000;

export interface Seeing {
  readonly source: string;
  readonly placement: PlacementId;
  readonly observedAt: string;
  readonly problems: readonly SourceProblem[];
  /** In one batch, however many there are. */
  readonly atOnce?: boolean;
}

/** Turns steps into batches; without steps into one that brings nothing. Moves `progress` along. */
export function* inBatches(
  steps: readonly Step[],
  progress: Map<string, Observed>,
  { source, placement, observedAt, problems, atOnce = false }: Seeing,
): Generator<Batch> {
  const size = atOnce ? Math.max(1, steps.length) : MAX_OBSERVATIONS;
  for (let start = 0; start === 0 || start < steps.length; start += size) {
    const contents = new Map<string, string>();
    const observations = steps
      .slice(start, start + size)
      .map(({ name, reached, content, facts }): Observation => {
        if (reached === undefined) return { ...facts, source, observedAt, changes: [] };
        progress.set(name, reached);
        const hash = content === null ? null : hashContent(content);
        if (hash !== null && content !== null) contents.set(hash, content);
        return {
          ...facts,
          source,
          observedAt,
          changes: [{ subject: subjects.parameter(placement, name), hash }],
        };
      });
    yield { observations, contents, cursor: progressToCursor(progress), total: steps.length, problems };
  }
}
