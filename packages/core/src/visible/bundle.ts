import type { ComponentId } from '../ids';
import type { Ends } from './ambient-hubs';
import type { Bundle, ElementId } from './types';

/**
 * Parts dependencies into those between components on the map, and bundles of those that a shut group stands at one
 * end of. What lies within one shut group, or has an end outside the slice, is in neither.
 */
export function bundle<D extends Ends>(
  dependencies: readonly D[],
  elements: ReadonlyMap<ComponentId, ElementId>,
): { readonly dependencies: readonly D[]; readonly bundles: readonly Bundle<D>[] } {
  const own: D[] = [];
  const bundles = new Map<string, { from: ElementId; to: ElementId; dependencies: D[] }>();
  for (const dependency of dependencies) {
    const from = elements.get(dependency.from);
    const to = elements.get(dependency.to);
    if (from === undefined || to === undefined) continue;
    if (from === dependency.from && to === dependency.to) own.push(dependency);
    else if (from !== to) {
      const key = `${from}~${to}`;
      const known = bundles.get(key);
      if (known) known.dependencies.push(dependency);
      else bundles.set(key, { from, to, dependencies: [dependency] });
    }
  }
  return { dependencies: own, bundles: [...bundles.values()] };
}
