import { at } from './adjacency';
import { GROUP_GAP, type Part } from './arrange';
import type { Picture } from './refine';

const ROUNDS = 3;
/** Pairs of arrows that may be looked at: a third of a second's worth. */
const MOST_LOOKS = 40_000_000;

/** Mirrors cells, and exchanges the outermost groups with others. Yields the share that is done. */
export function* rearrangeCells(picture: Picture): Generator<number, void> {
  const { across, arrows } = picture;
  if (across.length === 0) return;
  const tops = picture.frames.map(({ top }) => top);
  const changes = [...mirrors(picture, tops), ...exchanges(picture, tops)];
  const all = Int32Array.from(arrows.from.keys());
  const isAcross = new Set(across);
  const inside = all.filter((arrow) => !isAcross.has(arrow));
  // What is inside a cell, or inside another one, crosses as before: only arrows between cells need counting, and
  // those among themselves are met twice.
  const crossings = () => {
    for (const arrow of all) picture.refresh(arrow);
    return across.reduce(
      (sum, arrow) => sum + picture.count(arrow, inside) + picture.count(arrow, across) / 2,
      0,
    );
  };

  let least = crossings();
  for (let round = 0; round < ROUNDS; round++) {
    const before = least;
    for (const [index, change] of changes.entries()) {
      if (picture.looks() > MOST_LOOKS) return;
      change();
      const now = crossings();
      if (now < least) least = now;
      else change();
      yield (round + index / changes.length) / ROUNDS;
    }
    for (const arrow of all) picture.refresh(arrow);
    if (least === before) return;
  }
}

/** Each turns one cell upside down; twice is as before. */
function mirrors({ division, frames, boxes, y, move }: Picture, tops: readonly number[]): (() => void)[] {
  return [...division.members.entries()]
    .filter(([, members]) => members.length > 1)
    .map(([cell, members]) => () => {
      const ends = 2 * (tops[cell] ?? 0) + (frames[cell]?.height ?? 0);
      for (const box of members) move(box, 0, ends - 2 * at(y, box) - (boxes[box]?.height ?? 0));
    });
}

/** Each exchanges two parts, in one column or in two; twice is as before. */
function exchanges({ parts, division, move }: Picture, tops: number[]): (() => void)[] {
  const columns = columnsOf(parts);
  const width = (column: readonly Part[]) => Math.max(...column.map((part) => part.width));
  const height = (column: readonly Part[]) =>
    column.reduce((sum, part) => sum + part.height + GROUP_GAP, -GROUP_GAP);
  const standing = new Map(parts.map((part) => [part, { x: part.x, y: part.y }]));
  const restack = () => {
    const tallest = Math.max(...columns.map(height));
    let x = 0;
    for (const column of columns) {
      let y = Math.round((tallest - height(column)) / 2);
      for (const part of column) {
        const before = standing.get(part) ?? part;
        const [right, down] = [x - before.x, y - before.y];
        standing.set(part, { x, y });
        y += part.height + GROUP_GAP;
        if (right === 0 && down === 0) continue;
        for (const cell of part.cells) {
          tops[cell] = (tops[cell] ?? 0) + down;
          for (const box of division.members[cell] ?? []) move(box, right, down);
        }
      }
      x += width(column) + GROUP_GAP;
    }
  };
  const places = columns.flatMap((column) => [...column.keys()].map((row) => ({ column, row })));
  return places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => () => {
      const [a, b] = [one.column[one.row], other.column[other.row]];
      if (!a || !b) return;
      one.column[one.row] = b;
      other.column[other.row] = a;
      restack();
    }),
  );
}

/** From left to right, each from top to bottom. */
function columnsOf(parts: readonly Part[]): Part[][] {
  const columns = new Map<number, Part[]>();
  for (const part of parts.toSorted((a, b) => a.x - b.x || a.y - b.y))
    columns.set(part.x, [...(columns.get(part.x) ?? []), part]);
  return [...columns.values()];
}
