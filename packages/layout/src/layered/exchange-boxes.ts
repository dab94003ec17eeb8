import { at } from './adjacency';
import type { Picture } from './refine';

const ROUNDS = 4;
/** How far apart in their layer boxes are that change places. */
const REACH = 3;
/** Boxes with more arrows stay: a look at all of them costs much. */
const HUB_DEGREE = 60;
/** Pairs of arrows that may be looked at: half a second's worth. */
const MOST_LOOKS = 100_000_000;

/** Exchanges boxes of equal height with others of their layer. Yields the share that is done. */
export function* exchangeBoxes(picture: Picture): Generator<number, void> {
  const { cells, division, arrows, boxes, arrowsOf, y, move } = picture;
  const start = picture.looks();
  const isAcross = new Uint8Array(arrows.from.length);
  for (const arrow of picture.across) isAcross[arrow] = 1;
  const near = nearArrows(picture);
  const all = Int32Array.from(arrows.from.keys());

  const crossings = (own: Int32Array) => {
    for (const arrow of own) picture.refresh(arrow);
    let sum = 0;
    for (const arrow of own) {
      const others = isAcross[arrow] ? all : (near[at(division.cell, at(arrows.from, arrow))] ?? all);
      // Those among themselves are met twice.
      sum += picture.count(arrow, others) - picture.count(arrow, own) / 2;
    }
    return sum;
  };
  const exchange = (a: number, b: number) => {
    const down = at(y, b) - at(y, a);
    move(a, 0, down);
    move(b, 0, -down);
  };
  const columns = cells.flatMap(({ order }, cell) =>
    order.layers.map((vertices) =>
      vertices
        .map((vertex) => at(division.members[cell] ?? vertices, vertex))
        .sort((a, b) => at(y, a) - at(y, b)),
    ),
  );

  for (let round = 0; round < ROUNDS; round++) {
    let isBetter = false;
    for (const [index, column] of columns.entries()) {
      for (let distance = 1; distance <= REACH; distance++) {
        for (let upper = 0; upper + distance < column.length; upper++) {
          if (picture.looks() - start > MOST_LOOKS) return;
          const [a, b] = [at(column, upper), at(column, upper + distance)];
          const own = Int32Array.from(new Set([...(arrowsOf[a] ?? []), ...(arrowsOf[b] ?? [])]));
          if (own.length === 0 || own.length > HUB_DEGREE || boxes[a]?.height !== boxes[b]?.height) continue;
          const before = crossings(own);
          exchange(a, b);
          if (crossings(own) < before) {
            isBetter = true;
            column[upper] = b;
            column[upper + distance] = a;
          } else {
            exchange(a, b);
            for (const arrow of own) picture.refresh(arrow);
          }
        }
      }
      yield (round + index / columns.length) / ROUNDS;
    }
    if (!isBetter) return;
  }
}

/** For each cell, the arrows that can cross one inside it: its own, and those between cells. */
function nearArrows({ arrows, division, across }: Picture): Int32Array[] {
  const lists = division.members.map(() => [...across]);
  arrows.from.forEach((from, arrow) => {
    const cell = at(division.cell, from);
    if (cell === at(division.cell, at(arrows.to, arrow))) lists[cell]?.push(arrow);
  });
  return lists.map((list) => Int32Array.from(list));
}
