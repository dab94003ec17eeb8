import type { Arrow, Box, Positions } from '../types';
import type { Arrows } from './adjacency';
import { at } from './adjacency';
import { refine } from './refine';
import { type Standing, stand } from './stand';

/**
 * Places every box in layers from left to right: each connected part of each group by itself, then packed, groups
 * around the most connected one. Costs little more than linear time; the same input gives the same places.
 */
export function layered(boxes: readonly Box[], arrows: readonly Arrow[]): Positions {
  return positionsOf(boxes, stand(boxes, numbered(boxes, arrows)));
}

/**
 * As `layered`, with fewer crossings, in up to some seconds: bounded, and deterministic. Yields the share that is
 * done, from 0 to 1, so that the caller can breathe or stop in between.
 */
export function* refined(boxes: readonly Box[], arrows: readonly Arrow[]): Generator<number, Positions> {
  const among = numbered(boxes, arrows);
  const standing = stand(boxes, among);
  yield* refine(standing, boxes, among);
  return positionsOf(boxes, standing);
}

function positionsOf(boxes: readonly Box[], { x, y }: Standing): Positions {
  return new Map(boxes.map(({ id }, box) => [id, { x: at(x, box), y: at(y, box) }]));
}

function numbered(boxes: readonly Box[], arrows: readonly Arrow[]): Arrows {
  const number = new Map(boxes.map(({ id }, index) => [id, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const arrow of arrows) {
    const start = number.get(arrow.from);
    const end = number.get(arrow.to);
    if (start === undefined || end === undefined || start === end) continue;
    from.push(start);
    to.push(end);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}
