import { type Box, GAP } from '../types';
import { type Arrows, at } from './adjacency';
import { arrange, type Part } from './arrange';
import { type Cell, layOutCell, placeCell } from './cell';
import { type Division, divide } from './cells';
import { groupTree } from './group-tree';
import { relax } from './order';
import { type Frame, pullsOf } from './pulls';

/** How often everything is placed and ordered again, drawn by what it is connected to in other groups. */
const ROUNDS = 2;
const SWEEPS = 8;
/** Weight of an arrow into another group, where one to the next layer of the same group weighs 1. */
const PULL = 0.1;

/** Where every box stands, and what is needed to improve on it. */
export interface Standing {
  /** Upper left corner of every box. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly division: Division;
  readonly cells: readonly Cell[];
  /** Where every cell stands. */
  readonly frames: readonly Frame[];
  /** The outermost groups. */
  readonly parts: readonly Part[];
}

/** Each connected part of each group in layers by itself, then packed, groups around the most connected one. */
export function stand(boxes: readonly Box[], arrows: Arrows): Standing {
  const { tree, group } = groupTree(boxes.map((box) => box.group ?? []));
  const division = divide(group, arrows);
  const { members, across } = division;
  const cells = members.map((inside, number) =>
    layOutCell(inside.length, division.arrows[number] ?? { from: new Int32Array(), to: new Int32Array() }),
  );
  const extents = members.map((inside) => ({
    width: Float64Array.from(inside, (box) => boxes[box]?.width ?? 0),
    height: Float64Array.from(inside, (box) => boxes[box]?.height ?? 0),
  }));
  const groups = groupsOf(group, division);

  const place = () => {
    const placed = cells.map((cell, number) =>
      placeCell(cell, extents[number] ?? { width: new Float64Array(), height: new Float64Array() }, GAP),
    );
    const { corners, parts } = arrange(tree, { ...groups, sizes: placed.map(({ size }) => size) });
    const x = new Float64Array(boxes.length);
    const y = new Float64Array(boxes.length);
    const frames = placed.map((inside, number): Frame => {
      const corner = corners.get(number) ?? { x: 0, y: 0 };
      members[number]?.forEach((box, position) => {
        x[box] = corner.x + at(inside.x, position);
        y[box] = corner.y + at(inside.y, position);
      });
      return { top: corner.y, height: inside.size.height };
    });
    return { x, y, frames, parts };
  };

  let result = place();
  for (let round = 0; round < ROUNDS && across.from.length > 0; round++) {
    const middles = result.y.map((top, box) => top + (boxes[box]?.height ?? 0) / 2);
    const pulls = pullsOf(division, { middles, frames: result.frames });
    cells.forEach(({ order, layer, neighbours }, number) => {
      relax(order, layer, neighbours, SWEEPS, pulls[number], PULL);
    });
    result = place();
  }
  return { ...result, division, cells };
}

function groupsOf(group: Int32Array, { members, across }: Division) {
  const cells: number[][] = [];
  members.forEach((boxes, cell) => {
    const number = at(group, at(boxes, 0));
    const list = cells[number];
    if (list) list.push(cell);
    else cells[number] = [cell];
  });
  const crossing = new Int32Array(cells.length);
  for (const ends of [across.from, across.to]) {
    for (const box of ends) crossing[at(group, box)] = at(crossing, at(group, box)) + 1;
  }
  return { cells, crossing };
}
