import { CARD } from './card';
import { positionOf } from './frames';
import type { Positions } from './positions';
import type { SliceDependency } from './slice';

/** Whether an arrow from the right of its consumer to the left of its provider would lie behind their cards. */
export function leadsBackInRow({ from, to }: SliceDependency, positions: Positions): boolean {
  const start = positionOf(from, positions);
  const end = positionOf(to, positions);
  return end.x < start.x + CARD.width && Math.abs(end.y - start.y) < CARD.height;
}
