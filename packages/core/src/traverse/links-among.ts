import type { ComponentId } from '../ids';
import type { Link, TopologyView } from './topology';

/** The links whose two ends are both among the ids, by consumer, then provider. Unknown ids have none. */
export function linksAmong(view: TopologyView, ids: Iterable<ComponentId>): Link[] {
  const among = new Set<number>();
  for (const id of ids) {
    const ordinal = view.ordinal(id);
    if (ordinal !== undefined) among.add(ordinal);
  }
  const links: Link[] = [];
  for (const consumer of among) {
    for (const provider of view.upstream(consumer)) {
      if (among.has(provider)) links.push(view.link(consumer, provider));
    }
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return links.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}
