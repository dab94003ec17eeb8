import { type ComponentId, componentName, EXTENDS } from '@karma/core';
import type { Edit } from '../draft/history';
import { configOf, inEnvironment, type Surroundings, siblingsOf } from '../surroundings';
import { setValue } from '../text/edit-text';
import { newText } from '../text/new-text';
import { assertFree } from './create';
import { textOf } from './keys';

/** Takes a component's file away; what refers to it then refers to nothing, and the plan says so. */
export function deleteComponent(id: ComponentId, surroundings: Surroundings): Edit {
  textOf(id, surroundings);
  return { label: `Delete ${id}`, files: new Map([[id, null]]) };
}

/**
 * The same file under another nickname.
 * @throws CommandError when the nickname is taken or not valid.
 */
export function duplicate(id: ComponentId, copy: ComponentId, surroundings: Surroundings): Edit {
  assertFree(copy, surroundings);
  return { label: `Duplicate ${id} as ${copy}`, files: new Map([[copy, textOf(id, surroundings)]]) };
}

/**
 * A component in another environment: `overlay` inherits from the one it comes from, so that a change there reaches
 * it; `full` is its effective config, on its own from then on.
 * @throws CommandError when the environment has it already.
 */
export function promote(
  id: ComponentId,
  environment: string,
  form: 'overlay' | 'full',
  surroundings: Surroundings,
): Edit {
  const target = inEnvironment(id, environment);
  assertFree(target, surroundings);
  const own = textOf(id, surroundings);
  const config = form === 'overlay' ? { [EXTENDS]: id } : configOf(id, surroundings);
  const sibling = siblingsOf(target, surroundings)
    .map(surroundings.text)
    .find((text) => text !== null);
  return {
    label: `Copy ${id} to ${environment}`,
    files: new Map([[target, newText(config, sibling ?? own)]]),
  };
}

/**
 * Makes a component refer to another one in one environment alone: an overlay that sets this one key.
 * @param pointer of the reference in its effective config.
 */
export function reroute(
  id: ComponentId,
  environment: string,
  pointer: string,
  provider: ComponentId,
  surroundings: Surroundings,
): Edit {
  const target = inEnvironment(id, environment);
  const before =
    surroundings.text(target) ??
    promote(id, environment, 'overlay', surroundings).files.get(target) ??
    '{}\n';
  return {
    label: `Reroute ${target} to ${provider}`,
    files: new Map([[target, setValue(before, pointer, componentName(provider).nickname)]]),
  };
}
