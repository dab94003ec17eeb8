import { at } from './adjacency';
import { GROUP_GAP, type Part } from './arrange';
import type { Picture } from './refine';

const ROUNDS = 3;
/** Pairs of arrows that may be looked at: less than half a second's worth. */
const MOST_LOOKS = 60_000_000;

/** Mirrors cells, and exchanges the outermost groups with others of their column. Yields the share that is done. */
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
      for (const box of members) move(box, ends - at(y, box) - (boxes[box]?.height ?? 0));
    });
}

/** Each exchanges two parts of one column; twice is as before. */
function exchanges({ parts, division, y, move }: Picture, tops: number[]): (() => void)[] {
  const columns = new Map<number, Part[]>();
  for (const part of parts) columns.set(part.x, [...(columns.get(part.x) ?? []), part]);
  return [...columns.values()].flatMap((column) => {
    column.sort((a, b) => a.y - b.y);
    const standing = column.map((part) => ({ part, top: part.y }));
    const start = standing[0]?.top ?? 0;
    const restack = () => {
      let top = start;
      for (const each of standing) {
        for (const cell of each.part.cells) {
          tops[cell] = (tops[cell] ?? 0) + top - each.top;
          for (const box of division.members[cell] ?? []) move(box, at(y, box) + top - each.top);
        }
        each.top = top;
        top += each.part.height + GROUP_GAP;
      }
    };
    return standing.flatMap((_, i) =>
      standing.slice(i + 1).map((_, offset) => () => {
        const j = i + 1 + offset;
        const [one, other] = [standing[i], standing[j]];
        if (!one || !other) return;
        standing[i] = other;
        standing[j] = one;
        restack();
      }),
    );
  });
}
