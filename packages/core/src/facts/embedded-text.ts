import { entriesOf } from '../config/json';
import { joinPointer } from '../config/pointer';

export interface EmbeddedKey {
  readonly key: string;
  readonly value: string;
  /** JSON Pointer in a JSON text, line number in any other. */
  readonly place: string;
}

function inJson(
  value: unknown,
  pointer: string,
  keys: ReadonlyMap<string, string>,
  found: EmbeddedKey[],
): void {
  for (const [key, item] of entriesOf(value)) {
    const place = joinPointer(pointer, key);
    if (typeof item === 'string' && keys.has(key)) found.push({ key, value: item, place });
    else inJson(item, place, keys, found);
  }
}

/** Looks for keys such as `x-lambda-nickname` in an OpenAPI text, JSON or YAML. */
export function embeddedKeys(text: string, keys: ReadonlyMap<string, string>): EmbeddedKey[] {
  const found: EmbeddedKey[] = [];
  if (![...keys.keys()].some((key) => text.includes(key))) return found;
  try {
    inJson(JSON.parse(text), '', keys, found);
    return found;
  } catch {
    // Not JSON, so YAML: the keys sought hold one plain word, a line each.
  }
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^\s*(?:- )?["']?([\w-]+)["']?\s*:\s*["']?([\w.+=@-]+)["']?\s*(?:#.*)?$/.exec(line);
    const [, key, value] = match ?? [];
    if (key !== undefined && value !== undefined && keys.has(key)) {
      found.push({ key, value, place: String(index + 1) });
    }
  }
  return found;
}
