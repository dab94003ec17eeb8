import { neighbourAssertions } from '../assertions/neighbour-assertions';
import { dependencyKey } from '../dependency';
import type { Finding } from '../finding';
import { type ComponentId, componentName } from '../ids';
import type { Run } from './run';

/**
 * Assertions on what depends on a component, once all references are resolved: for those that were made anew, and
 * for those that gained, lost or changed a consumer.
 * @returns the findings that now hold, by the component's key.
 */
export function consumerAssertions(run: Run): [key: string, findings: readonly Finding[]][] {
  const { state, dirty, touched } = run;
  const ids = new Set(dirty.nodes);
  for (const [, to] of touched.edges) ids.add(to);
  for (const key of touched.dependencies) {
    const dependency = state.dependencies.get(key);
    if (dependency) ids.add(dependency.to);
  }
  return [...ids].flatMap((id) => {
    const key = `used-by|${id}`;
    const findings = failed(run, id);
    return findings.length > 0 || state.loose.get(key) ? [[key, findings]] : [];
  });
}

function failed({ context, state }: Run, id: ComponentId): Finding[] {
  const node = state.nodes.get(id);
  if (!node || node.own.abstract) return [];
  const { conventions } = context.environment(componentName(id).environment);
  return neighbourAssertions(conventions, id, 'usedBy', node.own.declaration?.origin.at ?? null, () =>
    [...state.inbound.get(id)].flatMap((from) => state.dependencies.get(dependencyKey(from, id)) ?? []),
  );
}
