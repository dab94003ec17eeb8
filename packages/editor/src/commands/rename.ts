import { type ComponentId, componentId, componentName, type Dependency } from '@karma/core';
import type { Edit } from '../draft/history';
import { portsOf } from '../ports/ports';
import { type Surroundings, withFiles } from '../surroundings';
import { connect, referencesOf } from './connect';
import { assertFree } from './create';
import { textOf } from './keys';

/** A rename as what it is: another component is created, and the one there was is retired. */
export interface Rename {
  readonly edit: Edit;
  /** What people do with the state, in order, since Karma edits configs and nothing else. */
  readonly steps: readonly string[];
  /** Consumers that are known by a value or a module's line, and stay with the old one. */
  readonly left: readonly ComponentId[];
}

/**
 * Creates the component under its new nickname, retires the old one, and makes every consumer that names it name the
 * new one.
 * @param consumers dependencies on the component.
 * @throws CommandError when the nickname is taken or not valid.
 */
export function rename(
  id: ComponentId,
  nickname: string,
  consumers: readonly Dependency[],
  surroundings: Surroundings,
): Rename {
  const { environment, type } = componentName(id);
  const renamed = componentId(environment, type, nickname);
  assertFree(renamed, surroundings);
  const files = new Map<ComponentId, string | null>([
    [id, null],
    [renamed, textOf(id, surroundings)],
  ]);
  const left: ComponentId[] = [];
  const drafted = withFiles(surroundings, files);
  for (const dependency of consumers) {
    const { named } = referencesOf(dependency, surroundings);
    const ports = portsOf(dependency.from, drafted).references.filter(({ pointer }) =>
      named.includes(pointer),
    );
    for (const port of ports) {
      const edit = connect(dependency.from, port, renamed, drafted);
      for (const [file, text] of edit.files) files.set(file, text);
    }
    if (ports.length === 0) left.push(dependency.from);
  }
  return {
    edit: { label: `Rename ${id} to ${nickname}`, files },
    steps: [
      `Merge: ${renamed} is published beside ${id}.`,
      `Move the Terraform state of ${id} to ${renamed} before the first apply, or let it be created anew beside the old one.`,
      `Deploy ${renamed}, then its consumers in the order of the waves.`,
      `Destroy ${id} and remove its parameters once nothing reads them.`,
    ],
    left,
  };
}
