import { type ComponentId, joinPointer, parseConfig, pointerSegments, valueAt } from '@karma/core';
import type { Edit } from '../draft/history';
import { configOf, layersOf, type Surroundings } from '../surroundings';
import { removeValue, setValue } from '../text/edit-text';
import { CommandError } from './errors';

/** The text of a component that must have a file. */
export function textOf(id: ComponentId, { text }: Surroundings): string {
  const found = text(id);
  if (found === null) throw new CommandError(`${id} has no config in Git: there is nothing to edit.`);
  return found;
}

/** The list that a pointer leads into, in the config that a component really has; `null` when it leads into none. */
function listOn(pointer: string, id: ComponentId, surroundings: Surroundings): string | null {
  const config = configOf(id, surroundings);
  let at = '';
  for (const segment of pointerSegments(pointer).slice(0, -1)) {
    at = joinPointer(at, segment);
    if (Array.isArray(valueAt(config, at))) return at;
  }
  return null;
}

/** A component's text with a list of its own: lists are inherited as a whole, so that only a copy can be changed. */
function withOwn(list: string | null, id: ComponentId, surroundings: Surroundings): string {
  const own = textOf(id, surroundings);
  const parsed = parseConfig(own);
  if (list === null || !parsed.ok || valueAt(parsed.config, list) !== undefined) return own;
  return setValue(own, list, valueAt(configOf(id, surroundings), list));
}

function keyName(pointer: string): string {
  return pointerSegments(pointer).join('.');
}

/** Typing in one field of one component is one step. */
function fieldOf(id: ComponentId, pointer: string): string {
  return `${id}#${pointer}`;
}

/**
 * Sets one key in a component's own file; an inherited one is overridden there.
 * @throws CommandError, UneditableTextError
 */
export function setKey(id: ComponentId, pointer: string, value: unknown, surroundings: Surroundings): Edit {
  const own = withOwn(listOn(pointer, id, surroundings), id, surroundings);
  return {
    label: `Set ${keyName(pointer)} of ${id}`,
    merge: fieldOf(id, pointer),
    files: new Map([[id, setValue(own, pointer, value)]]),
  };
}

/**
 * Takes one key out of a component's effective config: from its own file, and where a parent sets it too, by the
 * `null` that says so (design, section 6). What follows in a list moves up.
 * @throws CommandError, UneditableTextError
 */
export function removeKey(id: ComponentId, pointer: string, surroundings: Surroundings): Edit {
  const list = listOn(pointer, id, surroundings);
  const own = withOwn(list, id, surroundings);
  const text = list === null ? withoutKey(id, own, pointer, surroundings) : removeValue(own, pointer);
  return { label: `Remove ${keyName(pointer)} of ${id}`, files: new Map([[id, text]]) };
}

/** A component's own text without a key, or with the `null` that hides a parent's. */
export function withoutKey(
  id: ComponentId,
  own: string,
  pointer: string,
  surroundings: Surroundings,
): string {
  const isInherited = layersOf(id, surroundings)
    .slice(1)
    .some(({ text }) => {
      const parsed = parseConfig(text);
      return parsed.ok && valueAt(parsed.config, pointer) !== undefined;
    });
  return isInherited ? setValue(own, pointer, null) : removeValue(own, pointer);
}

/**
 * Takes one key out of a component's own file, so that its parents' value counts again.
 * @throws CommandError, UneditableTextError
 */
export function inheritKey(id: ComponentId, pointer: string, surroundings: Surroundings): Edit {
  const text = removeValue(textOf(id, surroundings), pointer);
  return { label: `Inherit ${keyName(pointer)} in ${id}`, files: new Map([[id, text]]) };
}

/** Replaces a component's text as typed, valid or not: the plan says what is wrong with it. */
export function setText(id: ComponentId, text: string): Edit {
  return { label: `Edit the JSON of ${id}`, merge: `${id}#text`, files: new Map([[id, text]]) };
}
