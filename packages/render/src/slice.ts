import type { Component, Dependency, ElementId, Finding, Severity } from '@karma/core';

/** The graph as `karma export --format json` prints it. Both ends of a dependency are among the components. */
export interface ExportedGraph {
  readonly revision: number;
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly findings: readonly Finding[];
}

/** What a picture or table says of a component, or a picture of a shut group; a card of the API is one. */
export interface SliceComponent
  extends Pick<Component, 'environment' | 'type' | 'nickname' | 'status' | 'owner' | 'tags' | 'abstract'> {
  readonly id: ElementId;
  /** Of a shut group, how many components it stands for. */
  readonly members?: number | undefined;
  /** Findings by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Path of the group that it is drawn in, outermost first; none when absent. */
  readonly group?: readonly string[] | undefined;
}

/** What a picture says of a dependency, or of a bundle; an edge of the API is one. */
export interface SliceDependency extends Pick<Dependency, 'confidence' | 'ambiguous'> {
  readonly from: ElementId;
  readonly to: ElementId;
  /** Of a bundle, how many dependencies it holds. */
  readonly count?: number | undefined;
}

/** The part of the graph that is taken away. Dependencies whose ends are not both in it are left out. */
export interface Slice {
  readonly components: readonly SliceComponent[];
  readonly dependencies: readonly SliceDependency[];
}

/** The slice of an exported graph, findings counted; grouped by environment where there are several. */
export function sliceOf({ components, dependencies, findings }: ExportedGraph): Slice {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { component, severity } of findings) {
    if (component === null) continue;
    const count = counts.get(component) ?? { error: 0, warning: 0, info: 0 };
    count[severity] += 1;
    counts.set(component, count);
  }
  const isGrouped = new Set(components.map(({ environment }) => environment)).size > 1;
  return {
    components: components.map((component) => ({
      ...component,
      findings: counts.get(component.id) ?? { error: 0, warning: 0, info: 0 },
      group: isGrouped ? [component.environment] : [],
    })),
    dependencies,
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How many components a slice, or a group of it, holds; those of shut groups, too. */
export const componentCount = (components: readonly SliceComponent[]) =>
  components.reduce((sum, { members = 1 }) => sum + members, 0);

/** The same slice in one order, whatever order it came in, without loose ends. */
export function ordered({ components, dependencies }: Slice): Slice {
  const ids = new Set<string>(components.map(({ id }) => id));
  return {
    components: [...components].sort((a, b) => byText(a.id, b.id)),
    dependencies: dependencies
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to)),
  };
}
