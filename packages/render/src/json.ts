import type { ExportedGraph } from './slice';

/** Everything that the graph knows: components, dependencies with their evidence, findings. */
export function renderJson({ revision, components, dependencies, findings }: ExportedGraph): string {
  return JSON.stringify({ revision, components, dependencies, findings }, null, 2);
}
