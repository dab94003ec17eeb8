import type { ComponentId } from '../ids';
import { nearest } from './nearest';
import { ordinalOf, type Reach, reach } from './reach';
import type { Direction, Lineage } from './results';
import type { TopologyView } from './topology';

export interface LineageQuery {
  readonly id: ComponentId;
  readonly direction: Direction;
  /** How many steps to walk; 0 gives nothing. */
  readonly depth: number;
  /** How many items to return; `total` counts all. */
  readonly limit: number;
}

/**
 * What a component depends on, what depends on it, or both. A component that is reached both ways stands at the
 * nearer distance, upstream when they are equal.
 * @throws UnknownComponentError
 */
export function lineage(view: TopologyView, { id, direction, depth, limit }: LineageQuery): Lineage {
  const starts = [ordinalOf(view, id)];
  const up =
    direction === 'downstream' ? null : reach(view, { starts, depth, next: (at) => view.upstream(at) });
  const down =
    direction === 'upstream' ? null : reach(view, { starts, depth, next: (at) => view.downstream(at) });
  const away = (walk: Reach | null, ordinal: number) => {
    const distance = walk?.distance[ordinal] ?? -1;
    return distance === -1 ? Number.POSITIVE_INFINITY : distance;
  };
  const signed = (ordinal: number) => {
    const above = away(up, ordinal);
    const below = away(down, ordinal);
    return above <= below ? -above : below;
  };
  const reached = up && down ? merge(up, down) : ((up ?? down)?.order ?? new Int32Array());
  return {
    start: id,
    total: reached.length,
    items: nearest(view, reached, (ordinal) => Math.abs(signed(ordinal)), limit).map((ordinal) => ({
      id: view.id(ordinal),
      distance: signed(ordinal),
    })),
  };
}

/** The union of two walks, nearest first. */
function merge(a: Reach, b: Reach): Int32Array {
  const merged: number[] = [];
  let j = 0;
  const takeUntil = (distance: number) => {
    for (; j < b.order.length; j++) {
      const ordinal = b.order[j] ?? 0;
      const here = b.distance[ordinal] ?? 0;
      if (here > distance) return;
      const there = a.distance[ordinal] ?? -1;
      if (there === -1 || there > here) merged.push(ordinal);
    }
  };
  for (const ordinal of a.order) {
    const here = a.distance[ordinal] ?? 0;
    takeUntil(here - 1);
    const there = b.distance[ordinal] ?? -1;
    if (there === -1 || there >= here) merged.push(ordinal);
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return Int32Array.from(merged);
}
