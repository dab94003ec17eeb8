import type { ComponentDetail } from '../api/types';

type Leaf = Pick<ComponentDetail['effective'][number], 'pointer' | 'value'>;
type Json = string | number | boolean | null | readonly Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names along a JSON Pointer: `/functions/seed~1x` → `functions`, `seed/x`. */
export const pointerNames = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Puts the leaves of an effective config together again; arrays are leaves, so every name is a key. */
export function effectiveJson(leaves: readonly Leaf[]): JsonObject {
  const root: JsonObject = Object.create(null);
  for (const { pointer, value } of leaves) {
    const names = pointerNames(pointer);
    const last = names.pop();
    if (last === undefined) continue;
    const parent = names.reduce((object, name) => {
      const inner = object[name];
      if (isObject(inner)) return inner;
      const made: JsonObject = Object.create(null);
      object[name] = made;
      return made;
    }, root);
    parent[last] = JSON.parse(value);
  }
  return root;
}
