import type { ComponentId } from '@karma/core';
import type { z } from 'zod';
import type { dependencySchema } from '../api/schemas/common';
import type { pathSchema } from '../api/schemas/traverse';
import { cardsOf, dependencyToDetail, headToAnswer } from './mappings';
import type { View } from './views';

/** Shortest path between two sets of components, with why each step is one. */
export async function answerPath(
  view: View,
  { from, to }: { readonly from: readonly ComponentId[]; readonly to: readonly ComponentId[] },
): Promise<z.infer<typeof pathSchema>> {
  const { reader } = view;
  const head = headToAnswer(reader.head);
  const found = await reader.path(from, to);
  if (!found) return { head, path: null };
  const { ids, direction } = found;
  const dependencies: z.infer<typeof dependencySchema>[] = [];
  for (const [index, one] of ids.slice(0, -1).entries()) {
    const other = ids[index + 1];
    if (other === undefined) continue;
    const [consumer, provider] = direction === 'upstream' ? [one, other] : [other, one];
    const dependency = await reader.dependency(consumer, provider);
    if (dependency) dependencies.push(dependencyToDetail(dependency));
  }
  return { head, path: { direction, components: await cardsOf(view, ids), dependencies } };
}
