import { type Adjacency, at } from './adjacency';

const SWEEPS = 30;
/** How much of its own place a vertex keeps in each sweep; damps swinging between two orders. */
const INERTIA = 0.15;
/** Vertices with more neighbours do not lead the first walk: everything hangs on them. */
const HUB_DEGREE = 40;

/** A place outside the graph that draws a vertex; `height` is a share of the graph's own height, 0 at the top. */
export interface Pull {
  readonly vertex: number;
  readonly height: number;
}

/** The vertices of each layer from top to bottom, and the height of each as a share of its layer. */
export interface Order {
  readonly layers: readonly Int32Array[];
  readonly height: Float64Array;
}

/**
 * Orders each layer so that few arrows cross: starting from a depth-first walk, every vertex moves to the mean height
 * of its neighbours in all layers, near ones counting more, over and over.
 */
export function orderLayers(layer: Int32Array, neighbours: Adjacency): Order {
  const layers = inWalkOrder(layer, neighbours);
  const height = new Float64Array(layer.length);
  for (const vertices of layers) spread(vertices, height);
  relax({ layers, height }, layer, neighbours, SWEEPS);
  return { layers, height };
}

/** Orders again in place, with vertices drawn towards what they are connected to outside the graph. */
export function relax(
  { layers, height }: Order,
  layer: Int32Array,
  neighbours: Adjacency,
  sweeps: number,
  pulls: readonly Pull[] = [],
  pullWeight = 0,
): void {
  const pullSum = new Float64Array(layer.length);
  const pullCount = new Float64Array(layer.length);
  for (const { vertex, height: towards } of pulls) {
    pullSum[vertex] = at(pullSum, vertex) + towards * pullWeight;
    pullCount[vertex] = at(pullCount, vertex) + pullWeight;
  }
  const wish = new Float64Array(layer.length);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const vertices of sweep % 2 === 0 ? layers : layers.toReversed()) {
      for (const vertex of vertices) {
        let sum = at(pullSum, vertex);
        let weight = at(pullCount, vertex);
        for (let slot = at(neighbours.offsets, vertex); slot < at(neighbours.offsets, vertex + 1); slot++) {
          const neighbour = at(neighbours.targets, slot);
          const share = 1 / Math.max(1, Math.abs(at(layer, vertex) - at(layer, neighbour)));
          sum += share * at(height, neighbour);
          weight += share;
        }
        const own = at(height, vertex);
        wish[vertex] = weight > 0 ? INERTIA * own + (1 - INERTIA) * (sum / weight) : own;
      }
      vertices.sort((a, b) => at(wish, a) - at(wish, b));
      spread(vertices, height);
    }
  }
}

function spread(vertices: Int32Array, height: Float64Array): void {
  vertices.forEach((vertex, index) => {
    height[vertex] = (index + 0.5) / vertices.length;
  });
}

function inWalkOrder(layer: Int32Array, neighbours: Adjacency): Int32Array[] {
  const degree = (vertex: number) => at(neighbours.offsets, vertex + 1) - at(neighbours.offsets, vertex);
  const layers: number[][] = [];
  const seen = new Uint8Array(layer.length);
  const roots = Array.from(layer.keys()).sort(
    (a, b) => at(layer, a) - at(layer, b) || degree(b) - degree(a) || a - b,
  );
  for (const root of roots) {
    const stack = [root];
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      if (seen[vertex]) continue;
      seen[vertex] = 1;
      const own = at(layer, vertex);
      const vertices = layers[own];
      if (vertices) vertices.push(vertex);
      else layers[own] = [vertex];
      for (
        let slot = at(neighbours.offsets, vertex + 1) - 1;
        slot >= at(neighbours.offsets, vertex);
        slot--
      ) {
        const neighbour = at(neighbours.targets, slot);
        if (!seen[neighbour] && degree(neighbour) < HUB_DEGREE) stack.push(neighbour);
      }
    }
  }
  return layers.map((vertices) => Int32Array.from(vertices));
}
