import { isEqual } from '../collections/equal';
import { orNone } from '../collections/none';
import type { MapEdit } from '../collections/persistent-map';
import { dependencyKey } from '../dependency';
import type { ComponentId } from '../ids';
import { resolve } from './resolve';
import type { Run } from './run';
import type { Node } from './state';

/** Takes what a component that is gone said out of the graph. */
export function removeNode(
  { state, touched }: Pick<Run, 'state' | 'touched'>,
  id: ComponentId,
  node: Node,
): void {
  for (const to of node.targets) unlink({ state, touched }, id, to);
  for (const finding of node.findings) {
    touched.findings.add(finding);
    state.findings.delete(finding);
  }
}

function unlink(
  { state, touched }: Pick<Run, 'state' | 'touched'>,
  from: ComponentId,
  to: ComponentId,
): void {
  const key = dependencyKey(from, to);
  state.dependencies.delete(key);
  state.inbound.remove(to, from);
  touched.dependencies.add(key);
  touched.components.add(to);
  touched.edges.push([from, to]);
}

/** Sets what differs; an equal one keeps its identity, and its memory. */
export function put<K extends string, V>(map: MapEdit<K, V>, key: K, value: V, touched: Set<K>): void {
  if (isEqual(map.get(key), value)) return;
  map.set(key, value);
  touched.add(key);
}

/** Resolves one component's references anew. */
export function resolveNode({ context, state, touched }: Run, id: ComponentId): void {
  const node = state.nodes.get(id);
  if (!node) return;
  const { dependencies, findings } = resolve(context, id, node);
  const targets = orNone(dependencies.map(({ to }) => to));
  const kept = new Set(targets);
  const had = new Set(node.targets);
  for (const to of node.targets) if (!kept.has(to)) unlink({ state, touched }, id, to);
  for (const dependency of dependencies) {
    put(state.dependencies, dependencyKey(id, dependency.to), dependency, touched.dependencies);
    if (had.has(dependency.to)) continue;
    state.inbound.add(dependency.to, id);
    touched.components.add(dependency.to);
    touched.edges.push([id, dependency.to]);
  }
  const all = new Map([...node.ownFindings, ...findings].map((finding) => [finding.id, finding] as const));
  for (const finding of node.findings) {
    if (all.has(finding)) continue;
    state.findings.delete(finding);
    touched.findings.add(finding);
  }
  for (const [key, finding] of all) put(state.findings, key, finding, touched.findings);
  if (!isEqual(targets, node.targets) || !isEqual([...all.keys()], node.findings)) {
    state.nodes.set(id, { ...node, targets, findings: orNone([...all.keys()]) });
  }
}
