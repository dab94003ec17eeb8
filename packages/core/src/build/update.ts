import type { ComponentType } from '../catalog';
import { compareText, isEqual } from '../collections/equal';
import type { PersistentMap } from '../collections/persistent-map';
import type { Component } from '../component';
import type { Dependency, DependencyKey } from '../dependency';
import type { Finding } from '../finding';
import type { Change, ChangeSet, Graph } from '../graph';
import { type ComponentId, componentName } from '../ids';
import type { Subject } from '../observation';
import { subjects } from '../subjects';
import type { World } from '../world';
import { consumerAssertions } from './consumer-assertions';
import type { Context } from './context';
import { updateCycles } from './cycles';
import { findDirty } from './dirty';
import { looseFindings } from './loose-findings';
import { put, resolveNode } from './resolve-node';
import type { Run, Touched } from './run';
import { readScope, type Scope } from './scope';
import { EMPTY_STATE, editState, finishState, type Node, type State, type StateEdit } from './state';
import { updateAliases } from './update-aliases';
import { updateNode } from './update-node';

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

  /** What a component's type offers in its environment; `undefined` where no module describes it. */
  moduleOf(id: ComponentId): ComponentType | undefined {
    const { environment, type } = componentName(id);
    return this.state.types.get(subjects.type(environment, type));
  }
}

export interface UpdateResult {
  readonly built: BuiltGraph;
  /** What differs from the graph before; elements that came out equal are left out. */
  readonly changes: ChangeSet;
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
    ...consumerAssertions(run),
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
