import type { Position } from './types';

/** Edges, pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The upper left corner nearest to the wished one at which a rectangle of that size is `gap` away from all obstacles.
 * Such a place touches the wished lines or the obstacles' edges, so that these alone are tried, the nearest first.
 */
export function freePlace(
  size: Rectangle,
  wished: Position,
  obstacles: readonly Rectangle[],
  gap: number,
): Position {
  const width = size.right - size.left;
  const height = size.bottom - size.top;
  const nearest = (values: readonly number[], to: number) =>
    [...new Set(values)].sort((a, b) => Math.abs(a - to) - Math.abs(b - to));
  const xs = nearest(
    [wished.x, ...obstacles.flatMap(({ left, right }) => [left - gap - width, right + gap])],
    wished.x,
  );
  const ys = nearest(
    [wished.y, ...obstacles.flatMap(({ top, bottom }) => [top - gap - height, bottom + gap])],
    wished.y,
  );
  let best = wished;
  let distance = Number.POSITIVE_INFINITY;
  for (const x of xs) {
    if (Math.abs(x - wished.x) >= distance) break;
    const inColumn = obstacles.filter(({ left, right }) => left < x + width + gap && x < right + gap);
    for (const y of ys) {
      const away = Math.hypot(x - wished.x, y - wished.y);
      if (away >= distance) break;
      if (inColumn.some(({ top, bottom }) => top < y + height + gap && y < bottom + gap)) continue;
      [best, distance] = [{ x, y }, away];
    }
  }
  return best;
}
