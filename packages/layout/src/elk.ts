import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import { type Arrow, type Box, GAP, type Positions } from './types';

/** Up to here the slower, prettier placement of nodes within their layer is quick enough. */
const PRETTY_UP_TO = 300;

/** Asks ELK for a layered layout from left to right, its upper left corner at 0, 0. */
export async function layeredByElk(
  elk: Pick<ELK, 'layout'>,
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): Promise<Positions> {
  const answer = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.aspectRatio': '1.6',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': String(GAP.within),
      'elk.spacing.componentComponent': String(2 * GAP.within),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.between),
      'elk.layered.spacing.edgeNodeBetweenLayers': String(GAP.within),
      'elk.layered.nodePlacement.strategy': boxes.length > PRETTY_UP_TO ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    },
    children: boxes.map(({ id, width, height }): ElkNode => ({ id, width, height })),
    edges: arrows.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] })),
  });
  return new Map(
    (answer.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
}
