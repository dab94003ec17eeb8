import type { ComponentId, Link } from '@karma/core';
import type { Edge } from './mappings';
import type { View } from './views';

/** The dependencies whose two ends are both named. */
export async function edgesAmong({ reader }: View, ids: readonly ComponentId[]): Promise<Edge[]> {
  return (await reader.links(ids)).map(linkToEdge);
}

function linkToEdge({ from, to, inferred, ambiguous }: Link): Edge {
  return { from, to, confidence: inferred ? 'inferred' : 'declared', ambiguous };
}
