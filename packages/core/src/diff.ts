import { compareText, isEqual } from './collections/equal';
import { dependencyKey } from './dependency';
import type { Change, ChangeSet, Graph, GraphMap } from './graph';

/** What turns `a` into `b`, sorted by key. `apply(a, diff(a, b))` equals `b`. */
export function diff(a: Graph, b: Graph): ChangeSet {
  return {
    components: mapDiff(a.components, b.components),
    dependencies: mapDiff(a.dependencies, b.dependencies),
    findings: mapDiff(a.findings, b.findings),
  };
}

/** The graph after the changes, as plain maps; costs a copy of the graph. The graph given stays as it is. */
export function apply(graph: Graph, changes: ChangeSet): Graph {
  return {
    components: applied(graph.components, changes.components, ({ id }) => id),
    dependencies: applied(graph.dependencies, changes.dependencies, ({ from, to }) =>
      dependencyKey(from, to),
    ),
    findings: applied(graph.findings, changes.findings, ({ id }) => id),
  };
}

/** The way back: `apply(apply(g, changes), invert(changes))` equals `g`. */
export function invert(changes: ChangeSet): ChangeSet {
  return {
    components: changes.components.map(inverse),
    dependencies: changes.dependencies.map(inverse),
    findings: changes.findings.map(inverse),
  };
}

function inverse<V>({ before, after }: Change<V>): Change<V> {
  return { before: after, after: before };
}

function mapDiff<K extends string, V>(a: GraphMap<K, V>, b: GraphMap<K, V>): Change<V>[] {
  const changes: (Change<V> & { readonly key: K })[] = [];
  for (const [key, before] of a) {
    const after = b.get(key) ?? null;
    if (!isEqual(before, after)) changes.push({ key, before, after });
  }
  for (const [key, after] of b) if (!a.has(key)) changes.push({ key, before: null, after });
  return changes
    .sort((left, right) => compareText(left.key, right.key))
    .map(({ before, after }) => ({ before, after }));
}

function applied<K, V>(
  map: GraphMap<K, V>,
  changes: readonly Change<V>[],
  keyOf: (value: V) => K,
): Map<K, V> {
  const result = new Map<K, V>(map);
  for (const { before, after } of changes) {
    if (after !== null) result.set(keyOf(after), after);
    else if (before !== null) result.delete(keyOf(before));
  }
  return result;
}
