import type { ComponentId } from '../ids';
import { UnknownComponentError } from './errors';
import type { TopologyView } from './topology';

/** What a walk reached, nearest first; the start itself is not part of it. */
export interface Reach {
  /** Ordinals in the order of reaching. */
  readonly order: readonly number[];
  /** By ordinal: number of steps; -1 where not reached, 0 at the start. */
  readonly distance: Int32Array;
  /** By ordinal: the one before it on a shortest walk, the smallest by id; -1 where not reached. */
  readonly via: Int32Array;
}

export interface Walk {
  readonly starts: Iterable<number>;
  /** Neighbours of an ordinal, in the direction of the walk. */
  readonly next: (ordinal: number) => readonly number[];
  readonly depth: number;
  /** Whether the step may be taken; every step when absent. */
  readonly admits?: (from: number, to: number) => boolean;
}

/** Breadth-first, without recursion; costs what it reaches, and `capacity` words of memory. */
export function reach(view: TopologyView, { starts, next, depth, admits }: Walk): Reach {
  const distance = new Int32Array(view.capacity).fill(-1);
  const via = new Int32Array(view.capacity).fill(-1);
  const order: number[] = [];
  let ring = [...new Set(starts)];
  for (const start of ring) distance[start] = 0;
  for (let step = 1; step <= depth && ring.length > 0; step++) {
    const following: number[] = [];
    for (const current of ring) {
      for (const neighbour of next(current)) {
        const known = distance[neighbour];
        if (known !== -1 && known !== step) continue;
        if (admits && !admits(current, neighbour)) continue;
        if (known === -1) {
          distance[neighbour] = step;
          via[neighbour] = current;
          following.push(neighbour);
          order.push(neighbour);
        } else if (view.id(current) < view.id(via[neighbour] ?? current)) {
          via[neighbour] = current;
        }
      }
    }
    ring = following;
  }
  return { order, distance, via };
}

/** @throws UnknownComponentError */
export function ordinalOf(view: TopologyView, id: ComponentId): number {
  const ordinal = view.ordinal(id);
  if (ordinal === undefined) throw new UnknownComponentError(id);
  return ordinal;
}
