import { type Arrows, adjacencyOf, at } from './adjacency';

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

/** Turns round the arrows that close a cycle in a depth-first walk; all others stay as they are. */
export function acyclic(count: number, arrows: Arrows): Arrows {
  const { offsets, targets } = adjacencyOf(count, arrows.from, arrows.to);
  const from = new Int32Array(targets.length);
  const to = new Int32Array(targets.length);
  const state = new Uint8Array(count);
  const next = offsets.slice(0, count);
  const stack = new Int32Array(count);
  for (let root = 0; root < count; root++) {
    if (state[root] !== UNSEEN) continue;
    let depth = 0;
    stack[depth++] = root;
    state[root] = OPEN;
    while (depth > 0) {
      const vertex = at(stack, depth - 1);
      const arrow = at(next, vertex);
      if (arrow === at(offsets, vertex + 1)) {
        state[vertex] = DONE;
        depth--;
        continue;
      }
      next[vertex] = arrow + 1;
      const target = at(targets, arrow);
      const closesCycle = state[target] === OPEN;
      from[arrow] = closesCycle ? target : vertex;
      to[arrow] = closesCycle ? vertex : target;
      if (state[target] === UNSEEN) {
        state[target] = OPEN;
        stack[depth++] = target;
      }
    }
  }
  return { from, to };
}
