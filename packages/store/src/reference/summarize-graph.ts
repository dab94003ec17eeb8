import { type Graph, largestImpact, type Topology } from '@karma/core';
import { environmentOf } from '../order';
import type { EnvironmentSummary } from '../ports';

/** Counts by environment, sorted by its name. */
export function summarizeGraph(graph: Graph, topology: Topology): EnvironmentSummary[] {
  const components = [...graph.components.values()];
  const findings = [...graph.findings.values()];
  const dependencies = [...graph.dependencies.values()];
  const largest = largestImpact(topology, environmentOf);
  const environments = new Set([...components, ...findings].map(({ environment }) => environment));
  return [...environments].sort().map((environment) => {
    const own = components.filter((component) => component.environment === environment);
    const found = findings.filter((finding) => finding.environment === environment);
    return {
      environment,
      components: own.length,
      dependencies: dependencies.filter(({ from }) => environmentOf(from) === environment).length,
      byStatus: tally(own.map(({ status }) => status)),
      byType: tally(own.map(({ type }) => type)),
      bySeverity: tally(found.map(({ severity }) => severity)),
      byFinding: tally(found.map(({ kind }) => kind)),
      owners: tally(own.flatMap(({ owner }) => owner ?? [])),
      largestImpact: largest.get(environment) ?? null,
    };
  });
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
