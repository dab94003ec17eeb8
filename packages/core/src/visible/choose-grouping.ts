import { type Dimension, type Grouping, groupValue } from './dimension';
import type { VisibleComponent } from './types';

/** Up to here a slice is one drawing without groups. */
export const WHOLE_UP_TO = 200;
/** What tells most about a large slice comes first. */
const CANDIDATES: readonly Dimension[] = ['owner', 'cluster', 'type'];
/** More of them have no value: they do not group the slice. */
const MOST_WITHOUT = 0.4;
/** A group with more of them says nothing about the slice. */
const MOST_IN_ONE = 0.9;

/**
 * By what a slice is grouped when nobody chose: not at all while it is small; else by owner, connected cluster or type,
 * whichever first parts it into groups that can be taken in; within environments, where there are several.
 */
export function chooseGrouping(
  components: readonly VisibleComponent[],
  clusters: readonly (string | null)[],
  budget: number,
): Grouping {
  if (components.length <= WHOLE_UP_TO) return [];
  const countsBy = (dimension: Dimension) => {
    const counts = new Map<string | null, number>();
    components.forEach((component, number) => {
      const value = groupValue(component, dimension, clusters[number] ?? null);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    return counts;
  };
  const suits = (dimension: Dimension) => {
    const counts = countsBy(dimension);
    return (
      counts.size > 1 &&
      counts.size <= budget / 2 &&
      (counts.get(null) ?? 0) <= MOST_WITHOUT * components.length &&
      Math.max(...counts.values()) <= MOST_IN_ONE * components.length
    );
  };
  const chosen = CANDIDATES.find(suits) ?? 'type';
  if (countsBy('environment').size > 1) return ['environment', chosen];
  const isCoarse = chosen !== 'type' && Math.max(...countsBy(chosen).values()) > budget;
  return isCoarse ? [chosen, 'type'] : [chosen];
}
