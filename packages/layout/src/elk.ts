import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Rect } from './place-near';
import { type Arrow, type Box, GAP, type Position, type Positions } from './types';

/** Arrows are drawn as curves from box to box; room for ELK's own routes would only push the layers apart. */
const ROOM_FOR_ARROWS = {
  'elk.spacing.edgeNode': '4',
  'elk.spacing.edgeEdge': '2',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '1',
};

/** Width to height of a group of boxes, about that of a screen. */
const ASPECT = 1.6;

/** Up to here the slower, prettier placement of nodes within their layer is quick enough. */
const PRETTY_UP_TO = 300;

/**
 * Asks ELK for a layered layout from left to right, its upper left corner at 0, 0. Boxes without any arrow stand in
 * rows below, so that they take no room among the others.
 */
export async function layeredByElk(
  elk: Pick<ELK, 'layout'>,
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): Promise<Positions> {
  const linked = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const layers = await layered(
    elk,
    boxes.filter(({ id }) => linked.has(id)),
    arrows,
  );
  return inRowsBelow(
    boxes.filter(({ id }) => !linked.has(id)),
    layers,
  );
}

async function layered(
  elk: Pick<ELK, 'layout'>,
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): Promise<Map<string, Rect>> {
  const answer = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.aspectRatio': String(ASPECT),
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': String(GAP.within),
      'elk.spacing.componentComponent': String(2 * GAP.within),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.between),
      ...ROOM_FOR_ARROWS,
      'elk.layered.nodePlacement.strategy': boxes.length > PRETTY_UP_TO ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    },
    children: boxes.map(({ id, width, height }): ElkNode => ({ id, width, height })),
    edges: arrows.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] })),
  });
  return new Map(
    (answer.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => [
      id,
      { id, x: Math.round(x), y: Math.round(y), width, height },
    ]),
  );
}

function inRowsBelow(boxes: readonly Box[], layers: ReadonlyMap<string, Rect>): Positions {
  const rects = [...layers.values()];
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const breadth = Math.max(Math.sqrt(2 * ASPECT * area), ...rects.map(({ x, width }) => x + width));
  const positions = new Map<string, Position>(rects.map(({ id, x, y }) => [id, { x, y }]));
  let x = 0;
  let y = Math.max(0, ...rects.map((rect) => rect.y + rect.height + 2 * GAP.within));
  let rowHeight = 0;
  for (const { id, width, height } of boxes) {
    if (x > 0 && x + width > breadth) {
      x = 0;
      y += rowHeight + GAP.within;
      rowHeight = 0;
    }
    positions.set(id, { x, y });
    x += width + GAP.within;
    rowHeight = Math.max(rowHeight, height);
  }
  return positions;
}
