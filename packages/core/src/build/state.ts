import type { ComponentType } from '../catalog';
import { type IndexEdit, MultiIndex } from '../collections/multi-index';
import { type MapEdit, PersistentMap } from '../collections/persistent-map';
import type { Component } from '../component';
import type { Dependency, DependencyKey } from '../dependency';
import type { Claim, Facts, NamedReference } from '../facts/types';
import type { Finding } from '../finding';
import type { ComponentId } from '../ids';
import type { Subject } from '../observation';
import type { EnvironmentState } from './environments';

/** What is known of one component that is there for its own sake; missing ones have none. */
export interface Node {
  readonly own: Component;
  readonly facts: Facts;
  /** Under which `facts` were found: effective config, module, conventions, prefix. */
  readonly factsKey: string;
  readonly claims: readonly Claim[];
  /** References that stand in its parameters instead of its config. */
  readonly textReferences: readonly NamedReference[];
  /** Everything that its own inputs say is wrong. */
  readonly ownFindings: readonly Finding[];
  /** What it depends on. */
  readonly targets: readonly ComponentId[];
  /** Ids of all its findings in the graph. */
  readonly findings: readonly string[];
}

/** Everything that `update` needs of the step before. */
export interface State {
  readonly environments: ReadonlyMap<string, EnvironmentState>;
  readonly types: ReadonlyMap<Subject, ComponentType>;
  readonly nodes: PersistentMap<ComponentId, Node>;
  readonly components: PersistentMap<ComponentId, Component>;
  readonly dependencies: PersistentMap<DependencyKey, Dependency>;
  readonly findings: PersistentMap<string, Finding>;
  /** Ids of findings that no component's node holds, by the subject or cycle that they are about. */
  readonly loose: PersistentMap<string, readonly string[]>;
  /** `<type>/<nickname>` → consumers that name it, in any environment. */
  readonly names: MultiIndex<string, ComponentId>;
  /** Parameter path → consumers that name it. */
  readonly parameters: MultiIndex<string, ComponentId>;
  /** Name published under → components that publish under it. */
  readonly aliases: MultiIndex<ComponentId, ComponentId>;
  /** Parent, near or far → heirs. */
  readonly heirs: MultiIndex<ComponentId, ComponentId>;
  /** Value → components that claim it. */
  readonly claims: MultiIndex<string, ComponentId>;
  /** Value → components whose config holds it. */
  readonly candidates: MultiIndex<string, ComponentId>;
  /** Component → parameters of its own that cannot be guessed by name. */
  readonly extra: MultiIndex<ComponentId, Subject>;
  /** Provider → consumers. */
  readonly inbound: MultiIndex<ComponentId, ComponentId>;
  /** Member of a dependency cycle → id of the cycle, its first member. */
  readonly cycleOf: PersistentMap<ComponentId, ComponentId>;
  /** Cycle → its members. */
  readonly cycles: MultiIndex<ComponentId, ComponentId>;
}

export const EMPTY_STATE: State = {
  environments: new Map(),
  types: new Map(),
  nodes: PersistentMap.empty(),
  components: PersistentMap.empty(),
  dependencies: PersistentMap.empty(),
  findings: PersistentMap.empty(),
  loose: PersistentMap.empty(),
  names: MultiIndex.empty(),
  parameters: MultiIndex.empty(),
  aliases: MultiIndex.empty(),
  heirs: MultiIndex.empty(),
  claims: MultiIndex.empty(),
  candidates: MultiIndex.empty(),
  extra: MultiIndex.empty(),
  inbound: MultiIndex.empty(),
  cycleOf: PersistentMap.empty(),
  cycles: MultiIndex.empty(),
};

type Editable<T> =
  T extends PersistentMap<infer K, infer V>
    ? MapEdit<K, V>
    : T extends MultiIndex<infer K, infer V>
      ? IndexEdit<K, V>
      : never;

/** The next state while it is being made. */
export type StateEdit = {
  readonly [Name in Exclude<keyof State, 'environments' | 'types'>]: Editable<State[Name]>;
};

export function editState(state: State): StateEdit {
  return {
    nodes: state.nodes.edit(),
    components: state.components.edit(),
    dependencies: state.dependencies.edit(),
    findings: state.findings.edit(),
    loose: state.loose.edit(),
    names: state.names.edit(),
    parameters: state.parameters.edit(),
    aliases: state.aliases.edit(),
    heirs: state.heirs.edit(),
    claims: state.claims.edit(),
    candidates: state.candidates.edit(),
    extra: state.extra.edit(),
    inbound: state.inbound.edit(),
    cycleOf: state.cycleOf.edit(),
    cycles: state.cycles.edit(),
  };
}

export function finishState(
  edit: StateEdit,
  environments: State['environments'],
  types: State['types'],
): State {
  return {
    environments,
    types,
    nodes: edit.nodes.done(),
    components: edit.components.done(),
    dependencies: edit.dependencies.done(),
    findings: edit.findings.done(),
    loose: edit.loose.done(),
    names: edit.names.done(),
    parameters: edit.parameters.done(),
    aliases: edit.aliases.done(),
    heirs: edit.heirs.done(),
    claims: edit.claims.done(),
    candidates: edit.candidates.done(),
    extra: edit.extra.done(),
    inbound: edit.inbound.done(),
    cycleOf: edit.cycleOf.done(),
    cycles: edit.cycles.done(),
  };
}
