import type { ComponentId } from '../ids';

/** The two ends of a dependency, consumer → provider. */
export interface Ends {
  readonly from: ComponentId;
  readonly to: ComponentId;
}

/** With fewer consumers than this, the arrows to a provider can be followed one by one. */
const FEWEST = 8;

/**
 * The ambient hubs of a slice: providers that so many of it use that their arrows no longer tell its parts from one
 * another, as a VPC does that everything stands in.
 *
 * The rule: of the n components of the slice more than √n, and at least 8, depend on it directly. A picture of n cards
 * is about √n cards tall, so that more arrows than that come from more than a column and cross all that is between.
 *
 * @param size how many components the slice has.
 * @param edges its dependencies, each once.
 * @returns how many depend on each hub, most used first, then by id.
 */
export function ambientHubs(size: number, edges: Iterable<Ends>): ReadonlyMap<ComponentId, number> {
  const consumers = new Map<ComponentId, number>();
  for (const { from, to } of edges) if (from !== to) consumers.set(to, (consumers.get(to) ?? 0) + 1);
  const isHub = (count: number) => count >= FEWEST && count * count > size;
  return new Map(
    [...consumers].filter(([, count]) => isHub(count)).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  );
}
