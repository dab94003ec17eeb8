import { type Arrows, at, undirected } from './adjacency';

/** Boxes and arrows divided into the connected parts of each group. */
export interface Division {
  /** Box numbers of each cell. */
  readonly members: readonly Int32Array[];
  /** Arrows of each cell, by position in `members`. */
  readonly arrows: readonly Arrows[];
  /** Cell of every box. */
  readonly cell: Int32Array;
  /** Position of every box in its cell. */
  readonly position: Int32Array;
  /** Arrows from one group to another. */
  readonly across: Arrows;
}

/** @param group number of every box's group */
export function divide(group: Int32Array, { from, to }: Arrows): Division {
  const own: number[] = [];
  const across: number[] = [];
  from.forEach((start, arrow) => {
    const end = at(to, arrow);
    if (start === end) return;
    if (at(group, start) === at(group, end)) own.push(arrow);
    else across.push(arrow);
  });
  const inside = pick({ from, to }, own);
  const { cell, count } = connected(group.length, inside);
  const lists = Array.from({ length: count }, (): number[] => []);
  const position = cell.map((number, box) => (lists[number]?.push(box) ?? 1) - 1);
  const starts = Array.from({ length: count }, (): number[] => []);
  const ends = Array.from({ length: count }, (): number[] => []);
  inside.from.forEach((start, arrow) => {
    const number = at(cell, start);
    starts[number]?.push(at(position, start));
    ends[number]?.push(at(position, at(inside.to, arrow)));
  });
  return {
    members: lists.map((boxes) => Int32Array.from(boxes)),
    arrows: starts.map((list, number) => ({
      from: Int32Array.from(list),
      to: Int32Array.from(ends[number] ?? []),
    })),
    cell,
    position,
    across: pick({ from, to }, across),
  };
}

function pick({ from, to }: Arrows, arrows: readonly number[]): Arrows {
  return {
    from: Int32Array.from(arrows, (arrow) => at(from, arrow)),
    to: Int32Array.from(arrows, (arrow) => at(to, arrow)),
  };
}

/** Number of the connected part that each vertex is in, parts numbered by their first vertex. */
function connected(vertices: number, arrows: Arrows): { cell: Int32Array; count: number } {
  const { offsets, targets } = undirected(vertices, arrows);
  const cell = new Int32Array(vertices).fill(-1);
  let count = 0;
  for (let root = 0; root < vertices; root++) {
    if (cell[root] !== -1) continue;
    const stack = [root];
    cell[root] = count;
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      for (let slot = at(offsets, vertex); slot < at(offsets, vertex + 1); slot++) {
        const target = at(targets, slot);
        if (cell[target] !== -1) continue;
        cell[target] = count;
        stack.push(target);
      }
    }
    count += 1;
  }
  return { cell, count };
}
