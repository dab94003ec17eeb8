import type { ComponentType, ConfigKey } from '../catalog';
import { isObject, type JsonObject } from '../config/json';
import { expandPattern, pointerSegments } from '../config/pointer';

export interface SchemaProblem {
  readonly pointer: string;
  readonly reason: string;
  readonly remedy: string;
}

/** As JSON calls it; `unknown` for null. */
export function jsonType(value: unknown): ConfigKey['type'] {
  if (Array.isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'unknown';
}

function problemAt(pointer: string, value: unknown, key: ConfigKey, type: string): SchemaProblem | null {
  if (value === undefined || value === null) {
    if (!key.required) return null;
    const line = key.at[0];
    return {
      pointer,
      reason: `The module of ${type} needs ${pointer}, which is not set${line ? ` (${line.file}:${line.line})` : ''}.`,
      remedy: `Set ${pointer}${key.type === 'unknown' ? '' : ` to a value of type ${key.type}`}.`,
    };
  }
  const actual = jsonType(value);
  if (key.type === 'unknown' || actual === key.type) return null;
  // Terraform converts between strings and the other scalars.
  const isScalar = (kind: string) => kind === 'string' || kind === 'number' || kind === 'boolean';
  if (isScalar(actual) && isScalar(key.type)) return null;
  return {
    pointer,
    reason: `${pointer} is of type ${actual}; the module of ${type} reads it as ${key.type}.`,
    remedy: `Give ${pointer} a value of type ${key.type}.`,
  };
}

/** Where a config breaks what its module reads. Keys that the module does not read are no problem. */
export function schemaProblems(config: JsonObject, type: ComponentType): SchemaProblem[] {
  return type.keys.flatMap((key) =>
    expandPattern(config, pointerSegments(key.pointer)).flatMap(
      ({ pointer, value }) => problemAt(pointer, value, key, type.name) ?? [],
    ),
  );
}
