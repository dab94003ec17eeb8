import { isObject, joinPointer } from '@karma/core';
import { type ConfigSchema, shapeOf } from './config-schema';

/** Something in a config that its type does not take. */
export interface SchemaProblem {
  /** JSON Pointer of the place. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * What of a config its type does not take. A value may always be `null`, by which a config takes an inherited key
 * away, and as which a new component has what is still to be filled in.
 */
export function schemaProblems(schema: ConfigSchema, value: unknown, pointer = ''): SchemaProblem[] {
  if (value === null || value === undefined) return [];
  const shape = shapeOf(value);
  if (schema.type && shape !== schema.type)
    return [{ pointer, message: `This is of type ${shape}, but should be ${schema.type}.` }];
  const { items, properties, additionalProperties, required = [] } = schema;
  const inside = (key: string, inner: ConfigSchema | undefined, item: unknown) =>
    inner ? schemaProblems(inner, item, joinPointer(pointer, key)) : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => inside(String(index), items, item));
  if (!isObject(value)) return [];
  const missing = required
    .filter((key) => value[key] === undefined || value[key] === null)
    .map((key) => ({ pointer: joinPointer(pointer, key), message: `${key} is required.` }));
  const wrong = Object.entries(value).flatMap(([key, item]) =>
    inside(key, properties?.[key] ?? additionalProperties, item),
  );
  return [...missing, ...wrong];
}
