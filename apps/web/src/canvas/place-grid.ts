import type { ElementId } from '@karma/core';
import { CARD } from '@karma/render';
import type { Places } from './neighbour';

/** Corners, in the coordinates of the graph. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Finds cards by where they stand, without looking at all of them; made when first asked. */
export interface PlaceGrid {
  /** The cards that touch the rectangle. */
  within(area: Rectangle): ElementId[];
  /** A card at the point, or no further than `reach` from it: the nearest one. */
  at(x: number, y: number, reach: number): ElementId | undefined;
}

const CELL = 512;

export function placeGrid(places: Places): PlaceGrid {
  let cells: ReadonlyMap<string, readonly ElementId[]> | undefined;

  function within({ left, top, right, bottom }: Rectangle): ElementId[] {
    const found: ElementId[] = [];
    cells ??= cellsOf(places);
    for (let column = Math.floor((left - CARD.width) / CELL); column * CELL <= right; column++) {
      for (let row = Math.floor((top - CARD.height) / CELL); row * CELL <= bottom; row++) {
        for (const id of cells.get(`${column} ${row}`) ?? []) {
          const place = places.get(id);
          if (!place || place.x > right || place.y > bottom) continue;
          if (place.x + CARD.width >= left && place.y + CARD.height >= top) found.push(id);
        }
      }
    }
    return found;
  }

  return {
    within,
    at(x, y, reach) {
      let best: ElementId | undefined;
      let bestDistance = reach;
      for (const id of within({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach })) {
        const place = places.get(id);
        if (!place) continue;
        const distance = Math.hypot(
          Math.max(place.x - x, 0, x - place.x - CARD.width),
          Math.max(place.y - y, 0, y - place.y - CARD.height),
        );
        if (distance <= bestDistance) [best, bestDistance] = [id, distance];
      }
      return best;
    },
  };
}

function cellsOf(places: Places): ReadonlyMap<string, readonly ElementId[]> {
  const cells = new Map<string, ElementId[]>();
  for (const [id, { x, y }] of places) {
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    const cell = cells.get(key);
    if (cell) cell.push(id);
    else cells.set(key, [id]);
  }
  return cells;
}

/** The rectangle around all the given places; `null` when there are none. */
export function boundsOf(positions: Iterable<{ readonly x: number; readonly y: number }>): Rectangle | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of positions) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + CARD.width);
    bottom = Math.max(bottom, y + CARD.height);
  }
  return left <= right ? { left, top, right, bottom } : null;
}
