import { entriesOf, isObject } from './json';

/** RFC 6901. */
export function joinPointer(pointer: string, key: string): string {
  return `${pointer}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
}

/** Segments of a JSON Pointer, unescaped; none of the root. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What stands at a place; `undefined` when nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const segment of pointerSegments(pointer)) current = child(current, segment);
  return current;
}

export interface Place {
  readonly pointer: string;
  /** `undefined` where the last key is not set. */
  readonly value: unknown;
}

/** Every place that a pattern names: `*` stands for any map key or index; only the last key may be unset. */
export function expandPattern(value: unknown, segments: readonly string[]): Place[] {
  let places: Place[] = [{ pointer: '', value }];
  for (const segment of segments) {
    places = places.flatMap((place) => {
      if (segment === '*') {
        return entriesOf(place.value).map(([key, item]) => ({
          pointer: joinPointer(place.pointer, key),
          value: item,
        }));
      }
      return typeof place.value === 'object' && place.value !== null
        ? [{ pointer: joinPointer(place.pointer, segment), value: child(place.value, segment) }]
        : [];
    });
  }
  return places;
}
