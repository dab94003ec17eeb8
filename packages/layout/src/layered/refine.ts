import type { Box } from '../types';
import { type Arrows, at } from './adjacency';
import { type Crossings, crossingsAmong } from './crossings';
import { exchangeBoxes } from './exchange-boxes';
import { rearrangeCells } from './rearrange-cells';
import type { Standing } from './stand';

/** A standing that can be changed, its crossings known. */
export interface Picture extends Standing, Crossings {
  readonly boxes: readonly Box[];
  readonly arrows: Arrows;
  /** Numbers of the arrows of every box. */
  readonly arrowsOf: readonly Int32Array[];
  /** Numbers of the arrows that leave their cell. */
  readonly across: Int32Array;
  /** Moves a box by so much; its arrows want `refresh` before they are counted again. */
  move(box: number, right: number, down: number): void;
}

/**
 * Uncrosses arrows in place, judging by the picture itself: cells are mirrored, groups and boxes exchanged with others
 * of their column, and what leaves fewer crossings stays. Yields the share that is done, from 0 to 1, so that the
 * caller can breathe or stop in between.
 */
export function* refine(standing: Standing, boxes: readonly Box[], arrows: Arrows): Generator<number, void> {
  const picture = pictureOf(standing, boxes, arrows);
  for (const share of rearrangeCells(picture)) yield share / 2;
  for (const share of exchangeBoxes(picture)) yield (1 + share) / 2;
}

function pictureOf(standing: Standing, boxes: readonly Box[], arrows: Arrows): Picture {
  const { x, y, division } = standing;
  const middleX = x.map((left, box) => left + (boxes[box]?.width ?? 0) / 2);
  const middleY = y.map((top, box) => top + (boxes[box]?.height ?? 0) / 2);
  const lists = boxes.map((): number[] => []);
  const across: number[] = [];
  arrows.from.forEach((from, arrow) => {
    const to = at(arrows.to, arrow);
    lists[from]?.push(arrow);
    lists[to]?.push(arrow);
    if (at(division.cell, from) !== at(division.cell, to)) across.push(arrow);
  });
  return {
    ...standing,
    ...crossingsAmong(arrows, middleX, middleY),
    boxes,
    arrows,
    arrowsOf: lists.map((list) => Int32Array.from(list)),
    across: Int32Array.from(across),
    move(box, right, down) {
      x[box] = at(x, box) + right;
      y[box] = at(y, box) + down;
      middleX[box] = at(middleX, box) + right;
      middleY[box] = at(middleY, box) + down;
    },
  };
}
