import type { ElementId } from '@karma/core';
import type { Position } from '@karma/layout';
import { CARD } from '@karma/render';
import type { Adjacency } from './adjacency';

/** Where the cards are. */
export type Places = ReadonlyMap<ElementId, Position>;

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * Where an arrow key leads from a component: right to the nearest provider, left to the nearest consumer, up and down
 * to the nearest card above or below in its column. `undefined` when there is none.
 */
export function neighbour(
  from: ElementId,
  key: Arrow,
  adjacency: Adjacency,
  positions: Places,
): ElementId | undefined {
  const start = positions.get(from);
  if (!start) return undefined;
  const endsOf = (direction: keyof Adjacency) => adjacency[direction].get(from)?.map(({ id }) => id) ?? [];
  const candidates =
    key === 'ArrowRight'
      ? endsOf('upstream')
      : key === 'ArrowLeft'
        ? endsOf('downstream')
        : inColumn(start, key === 'ArrowUp' ? -1 : 1, positions);
  return nearest(start, candidates, positions, from);
}

function inColumn(start: Position, sign: 1 | -1, positions: Places): ElementId[] {
  return [...positions]
    .filter(([, { x, y }]) => Math.abs(x - start.x) < CARD.width && (y - start.y) * sign > 0)
    .map(([id]) => id);
}

function nearest(
  start: Position,
  ids: readonly ElementId[],
  positions: Places,
  not: ElementId,
): ElementId | undefined {
  let best: ElementId | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const position = positions.get(id);
    if (!position || id === not) continue;
    const distance = Math.hypot(position.x - start.x, 2 * (position.y - start.y));
    if (distance < bestDistance) [best, bestDistance] = [id, distance];
  }
  return best;
}
