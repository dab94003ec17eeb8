import type { ComponentId } from '../ids';
import { UnknownComponentError } from './errors';
import type { TopologyView } from './topology';

/** What a walk reached; the start itself is not part of it. */
export interface Reach {
  /** Ordinals, nearest first. */
  readonly order: Int32Array;
  /** By ordinal: number of steps; -1 where not reached, 0 at the start. */
  readonly distance: Int32Array;
}

export interface Walk {
  readonly starts: Iterable<number>;
  /** Neighbours of an ordinal, in the direction of the walk. */
  readonly next: (ordinal: number) => readonly number[];
  readonly depth: number;
  /** How many of the neighbours to walk to; all when absent. */
  readonly count?: (ordinal: number) => number;
}

/** Breadth-first, without recursion; costs what it reaches, and `capacity` words of memory. */
export function reach(view: TopologyView, { starts, next, depth, count }: Walk): Reach {
  const distance = new Int32Array(view.capacity).fill(-1);
  const queue = new Int32Array(view.capacity);
  let length = 0;
  for (const start of starts) {
    if (distance[start] === 0) continue;
    distance[start] = 0;
    queue[length++] = start;
  }
  const startCount = length;
  for (let head = 0; head < length; head++) {
    const current = queue[head] ?? 0;
    const step = (distance[current] ?? 0) + 1;
    if (step > depth) break;
    const neighbours = next(current);
    const end = count ? count(current) : neighbours.length;
    for (let index = 0; index < end; index++) {
      const neighbour = neighbours[index] ?? 0;
      if (distance[neighbour] !== -1) continue;
      distance[neighbour] = step;
      queue[length++] = neighbour;
    }
  }
  return { order: queue.subarray(startCount, length), distance };
}

/**
 * The one before a reached ordinal on a shortest walk, the first by id; none before a start.
 * @param previous those from which a step leads to it.
 */
export function before(
  view: TopologyView,
  { distance }: Reach,
  ordinal: number,
  previous: readonly number[],
): number | undefined {
  const step = (distance[ordinal] ?? 0) - 1;
  let best: number | undefined;
  if (step < 0) return undefined;
  for (const candidate of previous) {
    if (distance[candidate] !== step) continue;
    if (best === undefined || view.id(candidate) < view.id(best)) best = candidate;
  }
  return best;
}

/** @throws UnknownComponentError */
export function ordinalOf(view: TopologyView, id: ComponentId): number {
  const ordinal = view.ordinal(id);
  if (ordinal === undefined) throw new UnknownComponentError(id);
  return ordinal;
}
