import { type ComponentId, type JsonObject, pointerSegments, valueAt } from '@karma/core';
import type { Edit } from '../draft/history';
import type { Surroundings } from '../surroundings';
import { differences } from '../text/differences';
import { setValue } from '../text/edit-text';
import { textOf, withoutKey } from './keys';

/**
 * Takes a component's effective config from what it was to what it should be, key by key in its own file. For forms,
 * which hand out their value as a whole.
 * @throws CommandError, UneditableTextError
 */
export function setConfig(
  id: ComponentId,
  before: JsonObject,
  after: JsonObject,
  surroundings: Surroundings,
): Edit {
  const pointers = differences(before, after);
  const text = pointers.reduce(
    (current, pointer) => {
      const value = valueAt(after, pointer);
      return value === undefined
        ? withoutKey(id, current, pointer, surroundings)
        : setValue(current, pointer, value);
    },
    textOf(id, surroundings),
  );
  const names = pointers.map((pointer) => pointerSegments(pointer).join('.'));
  return {
    label: `Set ${names.join(', ')} of ${id}`,
    merge: `${id}#${pointers.join(' ')}`,
    files: new Map([[id, text]]),
  };
}
