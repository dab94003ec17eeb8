import {
  type Component,
  type ComponentId,
  createTopology,
  type Dependency,
  type Direction,
  dependencyKey,
  type Graph,
  impact,
  lineage,
  linksAmong,
  shortestPath,
} from '@karma/core';
import { byEnds, byId } from '../order';
import type { GraphReader, Head, Slice, SliceQuery } from '../ports';
import { matches } from './matches';
import { summarizeGraph } from './summarize-graph';

/** Reads of a graph in memory, such as one as of an earlier revision. Never stale. */
export function readerOf(graph: Graph, head: Head): GraphReader {
  const topology = createTopology(graph);
  const findings = [...graph.findings.values()].sort(byId);
  const dependencies = [...graph.dependencies.values()].sort(byEnds);

  const components = (ids: readonly ComponentId[]): Component[] =>
    [...new Set(ids)].flatMap((id) => graph.components.get(id) ?? []).sort(byId);

  const sliceOf = (chosen: readonly Component[], total: number): Slice => {
    const ids = new Set<ComponentId | null>(chosen.map(({ id }) => id));
    return {
      components: chosen,
      dependencies: dependencies.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      findings: findings.filter(({ component }) => component !== null && ids.has(component)),
      total,
    };
  };

  const sees = (dependency: Dependency, id: ComponentId, direction: Direction) =>
    (dependency.from === id && direction !== 'downstream') ||
    (dependency.to === id && direction !== 'upstream');

  return {
    head,
    component: async (id) => graph.components.get(id),
    components: async (ids) => components(ids),
    ids: async function* () {
      yield* graph.components.keys();
    },
    findings: async ({ component, environment }) =>
      findings.filter(
        (finding) =>
          (component === undefined || finding.component === component) &&
          (environment === undefined || finding.environment === environment),
      ),
    dependencies: async (id, direction) =>
      dependencies.filter((dependency) => sees(dependency, id, direction)),
    dependency: async (from, to) => graph.dependencies.get(dependencyKey(from, to)),
    neighbourhood: async ({ limit, ...query }) => {
      const { items, total } = lineage(topology, { ...query, limit: limit - 1 });
      return sliceOf(components([query.id, ...items.map(({ id }) => id)]), total + 1);
    },
    links: async (ids) => linksAmong(topology, ids),
    slice: async (query: SliceQuery) => {
      const all = [...graph.components.values()]
        .filter((component) => matches(component, findings, query))
        .sort(byId);
      return sliceOf(all.slice(0, query.limit), all.length);
    },
    lineage: async (query) => lineage(topology, query),
    impact: async (query) => impact(topology, query),
    path: async (from, to) => shortestPath(topology, from, to),
    summary: async () => summarizeGraph(graph, topology),
  };
}
