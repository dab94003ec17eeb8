import type { ComponentId } from '@karma/core';
import type { z } from 'zod';
import type { graphSchema } from '../api/schemas/graph';
import { edgesAmong } from './edges-among';
import { cardsOf, headToAnswer } from './mappings';
import type { View } from './views';

/** A component, and how many steps around it each way. */
export interface Focus {
  readonly id: ComponentId;
  readonly upstream: number;
  readonly downstream: number;
}

/**
 * What lies around a component, nearest first, and how many another step each way would add.
 * @throws UnknownComponentError
 */
export async function answerNeighbourhood(
  view: View,
  { id, upstream, downstream }: Focus,
  limit: number,
): Promise<z.infer<typeof graphSchema>> {
  const walk = async (direction: 'upstream' | 'downstream', steps: number) => {
    const query = { id, direction, depth: steps + 1, limit: Number.MAX_SAFE_INTEGER };
    const { items } = await view.reader.lineage(query);
    const isBeyond = ({ distance }: { readonly distance: number }) => Math.abs(distance) > steps;
    return {
      within: items.filter((item) => !isBeyond(item)),
      beyond: items.filter(isBeyond).map((item) => item.id),
    };
  };
  const up = await walk('upstream', upstream);
  const down = await walk('downstream', downstream);
  const nearest = [...up.within, ...down.within].sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  const ids = [...new Set([id, ...nearest.map((item) => item.id)])];
  const shown = new Set(ids);
  const added = (beyond: readonly ComponentId[]) => beyond.filter((other) => !shown.has(other)).length;
  const chosen = ids.slice(0, limit);
  return {
    head: headToAnswer(view.reader.head),
    components: await cardsOf(view, chosen),
    edges: await edgesAmong(view, chosen),
    total: ids.length,
    more: { upstream: added(up.beyond), downstream: added(down.beyond) },
  };
}
