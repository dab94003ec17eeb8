import { configPath } from '../build/context';
import { readDeclared } from '../build/declared';
import type { BuiltGraph } from '../build/update';
import { compareText } from '../collections/equal';
import { fieldChanges } from '../config/field-changes';
import type { JsonObject } from '../config/json';
import type { ChangeSet } from '../graph';
import type { ComponentId } from '../ids';
import { componentId, isSegment } from '../ids';
import type { Subject } from '../observation';
import { parseSubject } from '../subjects';
import { type ChangedOutputs, everyOutput } from '../traverse/changed-outputs';
import type { World } from '../world';
import { changedOutputs } from './changed-outputs';
import type { PlannedComponent } from './types';

/** A component whose effective config a draft changes, and which outputs change with it. */
export interface Seed extends PlannedComponent {
  readonly changed: ChangedOutputs;
}

/** A graph with the world that it was built from. */
export interface Side {
  readonly built: BuiltGraph;
  readonly world: World;
}

/** The component that a config file declares. */
function declaredBy(subject: Subject): ComponentId | null {
  const parsed = parseSubject(subject);
  if (parsed.kind !== 'declaration') return null;
  const [root, environment, type, nickname, file, ...rest] = parsed.path.split('/');
  const isConfig = root === 'iac' && file === 'config.json' && rest.length === 0;
  if (!isConfig || environment !== parsed.environment || !isSegment(type) || !isSegment(nickname))
    return null;
  return componentId(environment, type, nickname);
}

function configIn(
  world: World,
  id: ComponentId,
): { readonly config: JsonObject; readonly hash: string } | null {
  const declared = readDeclared(world, id);
  return declared && { config: declared.config ?? {}, hash: declared.declaration.hash };
}

/** Components whose effective config differs between two worlds: those edited, and those that inherit from them. */
export function seedsOf(before: Side, after: Side, edited: readonly Subject[]): Seed[] {
  const ids = new Set(edited.flatMap((subject) => declaredBy(subject) ?? []));
  for (const id of [...ids]) {
    for (const { built } of [before, after]) for (const heir of built.state.heirs.get(id)) ids.add(heir);
  }
  return [...ids].sort(compareText).flatMap((id): Seed[] => {
    const was = configIn(before.world, id);
    const is = configIn(after.world, id);
    const fields = fieldChanges(was?.config, is?.config);
    if (was?.hash === is?.hash && fields.length === 0) return [];
    const kind = !was ? 'created' : !is ? 'removed' : was.hash === is.hash ? 'inherited' : 'changed';
    const module = after.built.moduleOf(id) ?? before.built.moduleOf(id);
    const changed =
      kind === 'removed' || kind === 'created'
        ? everyOutput('certain')
        : changedOutputs(
            module,
            fields.map(({ pointer }) => pointer),
          );
    return [{ id, kind, path: configPath(id), fields, outputs: changed.keys(module), changed }];
  });
}

/** Components without a declaration that go with their parameters: a what-if takes those, too. */
export function undeclaredSeeds({ components }: ChangeSet): Seed[] {
  return components.flatMap(({ before, after }) => {
    const was = before !== null && before.declaration === null && before.status !== 'missing';
    const isGone = after === null || after.status === 'missing';
    return was && isGone ? seedOf(before.id, everyOutput('certain')) : [];
  });
}

/** A component that is gone, or as good as gone. */
export function seedOf(id: ComponentId, changed: ChangedOutputs): Seed {
  return { id, kind: 'removed', path: configPath(id), fields: [], outputs: changed.keys(undefined), changed };
}
