import type { Change, ComponentId, Revision } from '@karma/core';
import type { RevisionSummary } from './ports';

const NAMED = 5;

/** Components that a revision touched: themselves, what they depend on, or their findings. Sorted. */
export function touchedComponents({ changes }: Revision): ComponentId[] {
  const ids = [
    ...changes.components.flatMap((change) => sides(change).map(({ id }) => id)),
    ...changes.dependencies.flatMap((change) => sides(change).map(({ from }) => from)),
    ...changes.findings.flatMap((change) => sides(change).flatMap(({ component }) => component ?? [])),
  ];
  return [...new Set(ids)].sort();
}

/** Counts are of components, dependencies and findings together. */
export function summarize(revision: Revision): RevisionSummary {
  const { changes, ...rest } = revision;
  const all: readonly Change<unknown>[] = [
    ...changes.components,
    ...changes.dependencies,
    ...changes.findings,
  ];
  const added = all.filter(({ before }) => before === null).length;
  const removed = all.filter(({ after }) => after === null).length;
  return {
    ...rest,
    counts: { added, changed: all.length - added - removed, removed },
    touched: touchedComponents(revision).slice(0, NAMED),
  };
}

function sides<V>({ before, after }: Change<V>): V[] {
  return [before, after].filter((side) => side !== null);
}
