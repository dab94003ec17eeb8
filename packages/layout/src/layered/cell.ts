import { acyclic } from './acyclic';
import { type Adjacency, type Arrows, at, undirected } from './adjacency';
import { layersOf } from './layers';
import { type Order, orderLayers } from './order';
import { settle } from './settle';

/** A connected part of one group, in layers, before its boxes have places. */
export interface Cell {
  readonly layer: Int32Array;
  readonly neighbours: Adjacency;
  readonly order: Order;
}

export function layOutCell(count: number, arrows: Arrows): Cell {
  const forward = acyclic(count, arrows);
  const layer = layersOf(count, forward);
  const neighbours = undirected(count, forward);
  return { layer, neighbours, order: orderLayers(layer, neighbours) };
}

export interface Extents {
  readonly width: Float64Array;
  readonly height: Float64Array;
}

/** Upper left corners of the boxes, from 0, and the extent of all. Pixels. */
export function placeCell(
  { order, neighbours }: Cell,
  { width, height }: Extents,
  gap: { readonly within: number; readonly between: number },
) {
  const y = settle(order, neighbours, { height, gap: gap.within });
  const x = new Float64Array(width.length);
  let left = 0;
  for (const vertices of order.layers) {
    let widest = 0;
    for (const vertex of vertices) {
      x[vertex] = left;
      widest = Math.max(widest, at(width, vertex));
    }
    left += widest + gap.between;
  }
  const bottom = y.reduce((lowest, top, vertex) => Math.max(lowest, top + at(height, vertex)), 0);
  return { x, y, size: { width: left - gap.between, height: bottom } };
}
