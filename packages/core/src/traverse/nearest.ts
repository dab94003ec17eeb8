import type { TopologyView } from './topology';

/**
 * The first `limit` of what was reached, nearest first, then by id. Only what is returned is sorted.
 * @param reached ordinals, nearest first.
 */
export function nearest(
  view: TopologyView,
  reached: Int32Array,
  distanceOf: (ordinal: number) => number,
  limit: number,
): number[] {
  const byId = (a: number, b: number) => (view.id(a) < view.id(b) ? -1 : 1);
  const result: number[] = [];
  for (let from = 0; from < reached.length && result.length < limit; ) {
    const distance = distanceOf(reached[from] ?? 0);
    let until = from + 1;
    while (until < reached.length && distanceOf(reached[until] ?? 0) === distance) until++;
    for (const ordinal of first(reached.subarray(from, until), limit - result.length, byId))
      result.push(ordinal);
    from = until;
  }
  return result;
}

/** The first `limit` of the items in order, at about one comparison for each item left out. */
function first<T>(items: Iterable<T>, limit: number, compare: (a: T, b: T) => number): T[] {
  let best: T[] = [];
  let worst: T | undefined;
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) > 0) continue;
    best.push(item);
    if (best.length < 2 * limit) continue;
    best = best.sort(compare).slice(0, limit);
    worst = best.at(-1);
  }
  return best.sort(compare).slice(0, limit);
}
