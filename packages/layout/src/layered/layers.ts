import { type Arrows, adjacencyOf, at } from './adjacency';

const TIGHTENING_ROUNDS = 4;

/**
 * Layer of every vertex, from 0, so that all arrows run to a later layer: longest paths first, then every vertex is
 * moved to the side on which it has more neighbours, which shortens the arrows.
 * @param arrows without cycles
 */
export function layersOf(count: number, arrows: Arrows): Int32Array {
  const out = adjacencyOf(count, arrows.from, arrows.to);
  const into = adjacencyOf(count, arrows.to, arrows.from);
  const waiting = new Int32Array(count);
  for (let vertex = 0; vertex < count; vertex++) {
    waiting[vertex] = at(into.offsets, vertex + 1) - at(into.offsets, vertex);
  }
  const order = new Int32Array(count);
  let known = 0;
  for (let vertex = 0; vertex < count; vertex++) if (waiting[vertex] === 0) order[known++] = vertex;
  const layer = new Int32Array(count);
  for (let read = 0; read < known; read++) {
    const vertex = at(order, read);
    for (let slot = at(out.offsets, vertex); slot < at(out.offsets, vertex + 1); slot++) {
      const target = at(out.targets, slot);
      layer[target] = Math.max(at(layer, target), at(layer, vertex) + 1);
      waiting[target] = at(waiting, target) - 1;
      if (waiting[target] === 0) order[known++] = target;
    }
  }
  for (let round = 0; round < TIGHTENING_ROUNDS; round++) {
    for (let index = count - 1; index >= 0; index--) {
      const vertex = at(order, index);
      const outDegree = at(out.offsets, vertex + 1) - at(out.offsets, vertex);
      const inDegree = at(into.offsets, vertex + 1) - at(into.offsets, vertex);
      if (outDegree > inDegree) {
        let latest = Number.POSITIVE_INFINITY;
        for (let slot = at(out.offsets, vertex); slot < at(out.offsets, vertex + 1); slot++) {
          latest = Math.min(latest, at(layer, at(out.targets, slot)) - 1);
        }
        layer[vertex] = latest;
      } else if (inDegree > outDegree) {
        let earliest = 0;
        for (let slot = at(into.offsets, vertex); slot < at(into.offsets, vertex + 1); slot++) {
          earliest = Math.max(earliest, at(layer, at(into.targets, slot)) + 1);
        }
        layer[vertex] = earliest;
      }
    }
  }
  return layer;
}
