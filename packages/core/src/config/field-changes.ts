import { isEqual } from '../collections/equal';
import { isObject } from './json';
import { joinPointer } from './pointer';

/** One leaf of a config, before and after; `undefined` where it is not set. */
export interface FieldChange {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The smallest places at which two configs differ. Lists are one value, as they are for inheritance. */
export function fieldChanges(before: unknown, after: unknown, pointer = ''): FieldChange[] {
  if (isEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) {
    const whole = isObject(before) ? before : isObject(after) ? after : null;
    const isMissing = before === undefined || after === undefined;
    if (whole === null || !isMissing || Object.keys(whole).length === 0) return [{ pointer, before, after }];
    return fieldChanges(before ?? {}, after ?? {}, pointer);
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => fieldChanges(before[key], after[key], joinPointer(pointer, key)));
}
