import { type ComponentId, componentName } from '@karma/core';
import type { ExportedGraph } from '@karma/render';
import type { View } from './views';

/** All that the graph knows of some components: evidence of the dependencies among them, findings with their details. */
export async function exportedGraph(
  { reader }: Pick<View, 'reader'>,
  ids: readonly ComponentId[],
): Promise<ExportedGraph> {
  const chosen = new Set<ComponentId>(ids);
  const [environment, ...others] = new Set(ids.map((id) => componentName(id).environment));
  const query = environment !== undefined && others.length === 0 ? { environment } : {};
  // One read of more than is wanted costs less than one for each dependency.
  const slice = await reader.slice({ ...query, limit: Number.MAX_SAFE_INTEGER });
  const findings = await reader.findings(query);
  return {
    revision: reader.head.revision,
    components: slice.components.filter(({ id }) => chosen.has(id)),
    dependencies: slice.dependencies.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    findings: findings.filter(({ component }) => component === null || chosen.has(component)),
  };
}
