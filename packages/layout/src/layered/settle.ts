import { type Adjacency, at } from './adjacency';
import type { Order } from './order';

const ROUNDS = 4;

export interface Sizes {
  readonly height: Float64Array;
  readonly gap: number;
}

/**
 * Upper edges: every vertex as near to the mean of its neighbours as the order and the gaps of its layer allow
 * (least squares by pooling adjacent violators), so that arrows run level.
 */
export function settle(
  { layers, height: share }: Order,
  neighbours: Adjacency,
  { height, gap }: Sizes,
): Float64Array {
  const lengths = layers.map((vertices) =>
    vertices.reduce((sum, vertex) => sum + at(height, vertex) + gap, -gap),
  );
  const tallest = Math.max(0, ...lengths);
  const middle = new Float64Array(share.length);
  layers.forEach((vertices) => {
    for (const vertex of vertices) middle[vertex] = at(share, vertex) * tallest;
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const vertices of round % 2 === 0 ? layers.toReversed() : layers) {
      pool(
        vertices,
        (vertex) => {
          let sum = 0;
          const from = at(neighbours.offsets, vertex);
          const to = at(neighbours.offsets, vertex + 1);
          for (let slot = from; slot < to; slot++) sum += at(middle, at(neighbours.targets, slot));
          return to > from ? sum / (to - from) : at(middle, vertex);
        },
        { height, gap },
        middle,
      );
    }
  }
  const top = middle.map((y, vertex) => y - at(height, vertex) / 2);
  const least = top.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return top.map((y) => Math.round(y - least));
}

/** Writes to `middle` the order-keeping places nearest to the wishes. */
function pool(
  vertices: Int32Array,
  wishOf: (vertex: number) => number,
  { height, gap }: Sizes,
  middle: Float64Array,
): void {
  // A block is a run of touching vertices; `start` is the wished middle of its first one, as a mean over the run.
  const starts: number[] = [];
  const counts: number[] = [];
  const shift = new Float64Array(vertices.length);
  vertices.forEach((vertex, index) => {
    if (index > 0) {
      const before = at(vertices, index - 1);
      shift[index] = at(shift, index - 1) + (at(height, before) + at(height, vertex)) / 2 + gap;
    }
    let start = wishOf(vertex) - at(shift, index);
    let count = 1;
    for (let last = starts.at(-1); last !== undefined && last > start; last = starts.at(-1)) {
      const lastCount = counts.pop() ?? 1;
      starts.pop();
      start = (start * count + last * lastCount) / (count + lastCount);
      count += lastCount;
    }
    starts.push(start);
    counts.push(count);
  });
  let index = 0;
  starts.forEach((start, block) => {
    for (const end = index + (counts[block] ?? 0); index < end; index++) {
      middle[at(vertices, index)] = start + at(shift, index);
    }
  });
}
