import type { ComponentId } from '@karma/core';
import type { Edge } from '../api/types';

/** What a component depends on, and what depends on it, in the order of the edges. */
export interface Links {
  readonly upstream: readonly ComponentId[];
  readonly downstream: readonly ComponentId[];
}

const NONE: Links = { upstream: [], downstream: [] };

/** The links between the components of a slice; those of a component without any are empty. */
export function linksOf(edges: readonly Pick<Edge, 'from' | 'to'>[]): (id: ComponentId) => Links {
  const links = new Map<ComponentId, { upstream: ComponentId[]; downstream: ComponentId[] }>();
  const at = (id: ComponentId) => {
    const known = links.get(id) ?? { upstream: [], downstream: [] };
    links.set(id, known);
    return known;
  };
  for (const { from, to } of edges) {
    at(from).upstream.push(to);
    at(to).downstream.push(from);
  }
  return (id) => links.get(id) ?? NONE;
}
