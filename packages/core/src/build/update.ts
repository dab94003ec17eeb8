import { compareText, isEqual } from '../collections/equal';
import { orNone } from '../collections/none';
import type { MapEdit, PersistentMap } from '../collections/persistent-map';
import type { Component } from '../component';
import { type Dependency, type DependencyKey, dependencyKey } from '../dependency';
import type { Finding } from '../finding';
import type { Change, ChangeSet, Graph } from '../graph';
import { type ComponentId, componentId, componentName } from '../ids';
import type { Subject } from '../observation';
import { subjects } from '../subjects';
import type { World } from '../world';
import { buildNode, type OwnFacts, readOwnFacts } from './build-node';
import { type Context, configPath, localName } from './context';
import { updateCycles } from './cycles';
import { type Dirty, findDirty, markConsumers } from './dirty';
import { looseFindings } from './loose-findings';
import { resolve } from './resolve';
import { readScope, type Scope } from './scope';
import { EMPTY_STATE, editState, finishState, type Node, type State, type StateEdit } from './state';

/** A graph with the indexes that `update` needs. Immutable; versions share what did not change. */
export class BuiltGraph {
  readonly graph: Graph;
  /** @internal */
  readonly state: State;

  /** @internal */
  constructor(state: State) {
    this.state = state;
    this.graph = { components: state.components, dependencies: state.dependencies, findings: state.findings };
  }
}

export interface UpdateResult {
  readonly built: BuiltGraph;
  /** What differs from the graph before; elements that came out equal are left out. */
  readonly changes: ChangeSet;
}

interface Touched {
  readonly components: Set<ComponentId>;
  readonly dependencies: Set<DependencyKey>;
  readonly findings: Set<string>;
  /** Edges that appeared or went. */
  readonly edges: [from: ComponentId, to: ComponentId][];
}

interface Run {
  readonly context: Context;
  readonly state: StateEdit;
  readonly scope: Scope;
  readonly dirty: Dirty;
  readonly touched: Touched;
}

function contextOf(world: World, scope: Scope, state: StateEdit): Context {
  const tags = new Map<string, Node['own']['tags']>();
  return {
    world,
    state,
    environment: scope.environment,
    module: (environment, type) => scope.types.get(subjects.type(environment, type)),
    isSettled: (environment, type) =>
      !scope.changedEnvironments.has(environment) &&
      !scope.changedTypes.has(subjects.type(environment, type)),
    shared: (own) => {
      const key = JSON.stringify(own);
      const known = tags.get(key) ?? own;
      tags.set(key, known);
      return known;
    },
    environmentNames: () => [...scope.environments.keys()].sort(compareText),
  };
}

function aliasIds(environment: string, facts: Node['facts'] | undefined): ComponentId[] {
  return (facts?.aliases ?? []).map(({ type, nickname }) => componentId(environment, type, nickname));
}

/** Brings the index of aliases up to date first: who owns a name decides whose parameters stand under it. */
function updateAliases({ context, state, scope, dirty }: Run): Map<ComponentId, OwnFacts> {
  const read = new Map<ComponentId, OwnFacts>();
  const names = new Set<ComponentId>();
  for (const id of dirty.nodes) {
    const { environment, type } = componentName(id);
    const before = state.nodes.get(id);
    const isDeclared = context.world.entry(subjects.declaration(environment, configPath(id))) !== undefined;
    if (isDeclared !== Boolean(before?.own.declaration)) names.add(id);
    const mayPublishAliases =
      scope.environment(environment).conventions.aliases.has(type) ||
      (context.module(environment, type)?.aliases.length ?? 0) > 0;
    if (!mayPublishAliases && !before?.facts.aliases.length) continue;
    const own = readOwnFacts(context, id, before);
    read.set(id, own);
    const owners = aliasIds(environment, before?.facts);
    for (const name of owners) for (const owner of state.aliases.get(name)) if (owner !== id) names.add(name);
    for (const name of state.aliases.move(id, owners, aliasIds(environment, own.facts))) names.add(name);
  }
  for (const name of names) {
    dirty.nodes.add(name);
    for (const owner of state.aliases.get(name)) dirty.nodes.add(owner);
    markConsumers(state, name, dirty.resolve);
  }
  return read;
}

function namesOf(node: Node | null | undefined): string[] {
  return [...(node?.facts.references ?? []), ...(node?.textReferences ?? [])].flatMap(({ types, nickname }) =>
    types.map((type) => localName({ type, nickname })),
  );
}

function isSeenAlike(before: Component | undefined, after: Component | undefined): boolean {
  if (before === after) return true;
  if (!before || !after || !before.declaration !== !after.declaration) return false;
  const seen = ({ placements }: Component) =>
    placements.map(({ placement, runtime, outputs }) => ({ placement, runtime, outputs }));
  return isEqual(seen(before), seen(after));
}

function updateNode(
  { context, state, dirty, touched }: Run,
  id: ComponentId,
  read: OwnFacts | undefined,
): void {
  const before = state.nodes.get(id);
  const after = buildNode(context, id, read ?? readOwnFacts(context, id, before), before);
  touched.components.add(id);
  dirty.resolve.add(id);
  if (!before && !after) return;
  if (after) state.nodes.set(id, after);
  else state.nodes.delete(id);
  state.heirs.move(id, before?.own.parents ?? [], after?.own.parents ?? []);
  state.names.move(id, namesOf(before), namesOf(after));
  const pathsOf = (node: Node | null | undefined) => node?.facts.parameters.map(({ path }) => path) ?? [];
  state.parameters.move(id, pathsOf(before), pathsOf(after));
  const valuesOf = (node: Node | null | undefined) => node?.facts.candidates.map(({ value }) => value) ?? [];
  state.candidates.move(id, valuesOf(before), valuesOf(after));
  const claimedBy = (node: Node | null | undefined) => node?.claims.map(({ value }) => value) ?? [];
  const claimed = state.claims.move(id, claimedBy(before), claimedBy(after));
  if (!isEqual(before?.claims, after?.claims)) for (const value of claimedBy(after)) claimed.add(value);
  for (const value of claimed)
    for (const consumer of state.candidates.get(value)) dirty.resolve.add(consumer);
  if (!isSeenAlike(before?.own, after?.own)) markConsumers(state, id, dirty.resolve);
  if (!after && before) removeNode({ state, touched }, id, before);
}

function removeNode({ state, touched }: Pick<Run, 'state' | 'touched'>, id: ComponentId, node: Node): void {
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
function put<K extends string, V>(map: MapEdit<K, V>, key: K, value: V, touched: Set<K>): void {
  if (isEqual(map.get(key), value)) return;
  map.set(key, value);
  touched.add(key);
}

function resolveNode({ context, state, touched }: Run, id: ComponentId): void {
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

function ghost(id: ComponentId): Component {
  const name = componentName(id);
  return {
    id,
    ...name,
    status: 'missing',
    declaration: null,
    parents: [],
    placements: [],
    aliases: [],
    owner: null,
    tags: {},
    abstract: false,
  };
}

/** A component is drawn for its own sake, or as a ghost for as long as somebody refers to it. */
function updateComponent({ state }: Run, id: ComponentId): void {
  const after = state.nodes.get(id)?.own ?? (state.inbound.has(id) ? ghost(id) : undefined);
  const before = state.components.get(id);
  if (after === undefined) state.components.delete(id);
  else if (before !== after && !isEqual(before, after)) state.components.set(id, after);
}

function step(
  previous: State,
  world: World,
  changed: readonly Subject[],
): { state: State; touched: Touched } {
  const scope = readScope(previous, world, changed);
  const state = editState(previous);
  const dirty = findDirty(previous, world, scope, changed, state);
  const touched: Touched = { components: new Set(), dependencies: new Set(), findings: new Set(), edges: [] };
  const run: Run = { context: contextOf(world, scope, state), state, scope, dirty, touched };

  const read = updateAliases(run);
  for (const id of dirty.nodes) {
    updateNode(run, id, read.get(id));
    read.delete(id);
  }
  for (const id of dirty.resolve) resolveNode(run, id);
  for (const id of touched.components) updateComponent(run, id);
  const reported: [string, readonly Finding[]][] = [
    ...looseFindings(run.context, scope, dirty.strayFiles),
    ...updateCycles(run.context, touched.edges),
  ];
  for (const [subject, findings] of reported) {
    const ids = findings.map(({ id }) => id);
    for (const id of state.loose.get(subject) ?? []) {
      if (ids.includes(id)) continue;
      state.findings.delete(id);
      touched.findings.add(id);
    }
    for (const finding of findings) put(state.findings, finding.id, finding, touched.findings);
    if (ids.length > 0) state.loose.set(subject, ids);
    else state.loose.delete(subject);
  }
  return { state: finishState(state, scope.environments, scope.types), touched };
}

function changesOf<K extends string, V>(
  keys: ReadonlySet<K>,
  before: PersistentMap<K, V>,
  after: PersistentMap<K, V>,
): Change<V>[] {
  return [...keys].sort(compareText).flatMap((key) => {
    const change = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    return isEqual(change.before, change.after) ? [] : [change];
  });
}

/** The graph of a world: same world, same graph, byte for byte, in whatever order its subjects come. */
export function build(world: World): BuiltGraph {
  return new BuiltGraph(step(EMPTY_STATE, world, [...world.subjects()]).state);
}

/**
 * The same graph as `build(world)`, at the cost of what the changed subjects touch.
 * @param previous stays valid.
 * @param changed every subject whose entry differs from the world that `previous` was built from.
 */
export function update(previous: BuiltGraph, world: World, changed: Iterable<Subject>): UpdateResult {
  const { state, touched } = step(previous.state, world, [...new Set(changed)]);
  const before: {
    components: PersistentMap<ComponentId, Component>;
    dependencies: PersistentMap<DependencyKey, Dependency>;
    findings: PersistentMap<string, Finding>;
  } = previous.state;
  return {
    built: new BuiltGraph(state),
    changes: {
      components: changesOf(touched.components, before.components, state.components),
      dependencies: changesOf(touched.dependencies, before.dependencies, state.dependencies),
      findings: changesOf(touched.findings, before.findings, state.findings),
    },
  };
}
