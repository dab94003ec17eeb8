import { type Arrow, type Box, GAP, type Position, type Positions } from '../types';
import { type Arrows, at } from './adjacency';
import { arrange } from './arrange';
import { layOutCell, placeCell } from './cell';
import { type Division, divide } from './cells';
import { groupTree } from './group-tree';
import { type Pull, relax } from './order';

/** How often everything is placed and ordered again, drawn by what it is connected to in other groups. */
const ROUNDS = 2;
const SWEEPS = 8;
/** Weight of an arrow into another group, where one to the next layer of the same group weighs 1. */
const PULL = 0.1;

/**
 * Places every box in layers from left to right: each connected part of each group by itself, then packed, groups
 * around the most connected one. Costs little more than linear time; the same input gives the same places.
 */
export function layered(boxes: readonly Box[], arrows: readonly Arrow[]): Positions {
  const { tree, group } = groupTree(boxes.map((box) => box.group ?? []));
  const division = divide(group, numbered(boxes, arrows));
  const cells = division.members.map((members, number) =>
    layOutCell(members.length, division.arrows[number] ?? { from: new Int32Array(), to: new Int32Array() }),
  );
  const extents = division.members.map((members) => ({
    width: Float64Array.from(members, (box) => boxes[box]?.width ?? 0),
    height: Float64Array.from(members, (box) => boxes[box]?.height ?? 0),
  }));
  const groups = groupsOf(group, division);

  const place = () => {
    const placed = cells.map((cell, number) =>
      placeCell(cell, extents[number] ?? { width: new Float64Array(), height: new Float64Array() }, GAP),
    );
    const { corners } = arrange(tree, { ...groups, sizes: placed.map(({ size }) => size) });
    const middles = new Float64Array(boxes.length);
    const positions: Position[] = [];
    placed.forEach(({ x, y }, number) => {
      const corner = corners.get(number) ?? { x: 0, y: 0 };
      division.members[number]?.forEach((box, position) => {
        positions[box] = { x: corner.x + at(x, position), y: corner.y + at(y, position) };
        middles[box] = corner.y + at(y, position) + (boxes[box]?.height ?? 0) / 2;
      });
    });
    const frames = placed.map(({ size }, number) => ({
      top: corners.get(number)?.y ?? 0,
      height: size.height,
    }));
    return { positions, middles, frames };
  };

  let result = place();
  for (let round = 0; round < ROUNDS && division.across.from.length > 0; round++) {
    const pulls = pullsOf(division, result);
    cells.forEach(({ order, layer, neighbours }, number) => {
      relax(order, layer, neighbours, SWEEPS, pulls[number], PULL);
    });
    result = place();
  }
  return new Map(boxes.map(({ id }, box) => [id, result.positions[box] ?? { x: 0, y: 0 }]));
}

function numbered(boxes: readonly Box[], arrows: readonly Arrow[]): Arrows {
  const number = new Map(boxes.map(({ id }, index) => [id, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const arrow of arrows) {
    const start = number.get(arrow.from);
    const end = number.get(arrow.to);
    if (start === undefined || end === undefined) continue;
    from.push(start);
    to.push(end);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
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

interface Frame {
  readonly top: number;
  readonly height: number;
}

function pullsOf(
  { cell, position, across, members }: Division,
  { middles, frames }: { readonly middles: Float64Array; readonly frames: readonly Frame[] },
): Pull[][] {
  const pulls = members.map((): Pull[] => []);
  const pull = (box: number, towards: number) => {
    const number = at(cell, box);
    const { top, height } = frames[number] ?? { top: 0, height: 1 };
    const share = (at(middles, towards) - top) / Math.max(1, height);
    pulls[number]?.push({ vertex: at(position, box), height: Math.max(-0.5, Math.min(1.5, share)) });
  };
  across.from.forEach((from, arrow) => {
    pull(from, at(across.to, arrow));
    pull(at(across.to, arrow), from);
  });
  return pulls;
}
