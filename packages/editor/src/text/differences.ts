import { isEqual, isObject, joinPointer } from '@karma/core';

/** The smallest places at which two values differ. Lists are one value, as they are for inheritance. */
export function differences(before: unknown, after: unknown, pointer = ''): string[] {
  if (isEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [pointer];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], joinPointer(pointer, key)));
}
