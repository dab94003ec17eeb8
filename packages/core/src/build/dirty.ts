import { parseParameterName } from '../facts/parameter-path';
import { type ComponentId, componentId, componentName, isSegment } from '../ids';
import type { Subject } from '../observation';
import { parseSubject, subjects } from '../subjects';
import type { World } from '../world';
import { localName } from './context';
import type { Scope } from './scope';
import { EMPTY_STATE, type State, type StateEdit } from './state';

/** What has to be looked at again. */
export interface Dirty {
  /** Components whose own inputs changed. */
  readonly nodes: Set<ComponentId>;
  /** Components whose references have to be resolved again. */
  readonly resolve: Set<ComponentId>;
  /** Config files outside of the layout, by subject. */
  readonly strayFiles: Set<Subject>;
}

/** The component whose config stands at a path; `null` where a name is unsafe; `undefined` for any other file. */
function declaredAt(environment: string, path: string): ComponentId | null | undefined {
  const [iac, folder, type, nickname, file, ...rest] = path.split('/');
  if (iac !== 'iac' || file !== 'config.json' || rest.length > 0) {
    return path.split('/').some((segment) => segment === '..' || segment === '.') ? null : undefined;
  }
  if (folder !== environment) return undefined;
  const isSafe = [type, nickname].every(isSegment);
  return isSafe && type !== undefined && nickname !== undefined
    ? componentId(environment, type, nickname)
    : null;
}

function markParameter(
  subject: Subject,
  name: string,
  environment: string,
  world: World,
  scope: Scope,
  state: StateEdit,
  dirty: Dirty,
): void {
  const { settings, conventions } = scope.environment(environment);
  const parsed = parseParameterName(name, settings.prefix);
  if (!parsed) return;
  const [textType, textNickname] = name.slice(settings.prefix.length + 1).split('/');
  const isText =
    parsed.kind === 'auxiliary' &&
    textType !== undefined &&
    conventions.textTypes.has(textType) &&
    isSegment(textNickname);
  if (parsed.kind === 'auxiliary' && !isText) return;
  const id =
    parsed.kind === 'auxiliary'
      ? componentId(environment, textType ?? '', textNickname ?? '')
      : componentId(environment, parsed.type, parsed.nickname);
  if (isText || (parsed.kind === 'runtime' && parsed.key !== null)) {
    if (world.entry(subject)) state.extra.add(id, subject);
    else state.extra.remove(id, subject);
  }
  dirty.nodes.add(id);
  for (const owner of state.aliases.get(id)) dirty.nodes.add(owner);
}

/** What placements hold is that of other components once prefix or placements of an environment differ. */
function rereadPlacements(
  previous: State,
  world: World,
  scope: Scope,
  state: StateEdit,
  mark: (subject: Subject) => void,
) {
  for (const id of previous.extra.map.keys()) {
    if (!scope.changedEnvironments.has(componentName(id).environment)) continue;
    for (const subject of [...state.extra.get(id)]) state.extra.remove(id, subject);
  }
  for (const subject of world.subjects()) {
    const parsed = parseSubject(subject);
    if (!('placement' in parsed)) continue;
    if (scope.environmentsOf(parsed.placement).some((name) => scope.changedEnvironments.has(name)))
      mark(subject);
  }
}

/** Finds what changed subjects touch directly. Keeps the index of split parameters. */
export function findDirty(
  previous: State,
  world: World,
  scope: Scope,
  changed: readonly Subject[],
  state: StateEdit,
): Dirty {
  const dirty: Dirty = { nodes: new Set(), resolve: new Set(), strayFiles: new Set() };
  const mark = (subject: Subject) => {
    const parsed = parseSubject(subject);
    if (parsed.kind === 'declaration') {
      const id = declaredAt(parsed.environment, parsed.path);
      if (id === null) dirty.strayFiles.add(subject);
      else if (id) dirty.nodes.add(id);
    } else if (parsed.kind === 'parameter') {
      for (const consumer of state.parameters.get(parsed.name)) dirty.resolve.add(consumer);
      const environments = scope.environmentsOf(parsed.placement);
      for (const name of environments) markParameter(subject, parsed.name, name, world, scope, state, dirty);
    } else if (parsed.kind === 'state' || parsed.kind === 'report') {
      for (const name of scope.environmentsOf(parsed.placement))
        dirty.nodes.add(componentId(name, parsed.type, parsed.nickname));
    }
  };
  for (const subject of changed) mark(subject);

  const isFirst = previous === EMPTY_STATE;
  if (!isFirst && scope.changedEnvironments.size > 0) rereadPlacements(previous, world, scope, state, mark);
  if (!isFirst && (scope.changedEnvironments.size > 0 || scope.changedTypes.size > 0)) {
    for (const id of previous.nodes.keys()) {
      const { environment, type } = componentName(id);
      const isTypeChanged = scope.changedTypes.has(subjects.type(environment, type));
      if (!isTypeChanged && !scope.changedEnvironments.has(environment)) continue;
      dirty.nodes.add(id);
      if (isTypeChanged) for (const consumer of state.inbound.get(id)) dirty.resolve.add(consumer);
    }
    if (scope.changedEnvironments.size > 0) {
      for (const consumer of previous.parameters.members()) dirty.resolve.add(consumer);
    }
  }
  for (const id of [...dirty.nodes]) for (const heir of state.heirs.get(id)) dirty.nodes.add(heir);
  return dirty;
}

/** Marks everyone who names a component, in any environment. */
export function markConsumers(state: StateEdit, id: ComponentId, resolve: Set<ComponentId>): void {
  for (const consumer of state.names.get(localName(componentName(id)))) resolve.add(consumer);
  for (const consumer of state.inbound.get(id)) resolve.add(consumer);
}
