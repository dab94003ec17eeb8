import type { ComponentId, Direction } from '@karma/core';
import { dependencyToEdge, type Edge } from './mappings';
import type { View } from './views';

/** The dependencies between a component and those around it that are named. */
export async function edgesAmong(
  { reader }: View,
  query: { readonly id: ComponentId; readonly direction: Direction; readonly depth: number },
  ids: readonly ComponentId[],
): Promise<Edge[]> {
  const named = new Set([query.id, ...ids]);
  const { dependencies } = await reader.neighbourhood({ ...query, limit: named.size });
  return dependencies.filter(({ from, to }) => named.has(from) && named.has(to)).map(dependencyToEdge);
}
