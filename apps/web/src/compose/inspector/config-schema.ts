import { type ComponentType, type ConfigKey, isObject, type JsonObject, pointerSegments } from '@karma/core';
import type { Port } from '@karma/editor';

/** The part of JSON Schema that says what a component's config may hold. */
export interface ConfigSchema {
  type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  title?: string;
  description?: string;
  default?: NonNullable<ConfigKey['default']>;
  /** Nicknames that fit. */
  examples?: string[];
  properties?: Record<string, ConfigSchema>;
  required?: string[];
  items?: ConfigSchema;
  additionalProperties?: ConfigSchema;
}

/**
 * The keys of a type as JSON Schema, with the nicknames that fit where it names other components.
 * @param candidates the nicknames that fit a port.
 */
export function configSchema(
  type: ComponentType | undefined,
  ports: readonly Port[],
  candidates: (port: Port) => readonly string[],
): ConfigSchema {
  const root: ConfigSchema = { type: 'object' };
  // Parents first, so that a list is known to be one before what is in it.
  const keys = [...(type?.keys ?? [])].sort((a, b) => depth(a.pointer) - depth(b.pointer));
  for (const key of keys) {
    const found = placeIn(root, pointerSegments(key.pointer), key.required);
    if (key.type !== 'unknown') found.type = key.type;
    if (key.default !== undefined && key.default !== null) found.default = key.default;
  }
  for (const port of ports) {
    const found = placeIn(root, pointerSegments(port.pointer), port.required);
    found.type ??= 'string';
    found.examples = [...candidates(port)];
    found.description = `Nickname of ${port.targetTypes.join(' or ')}`;
  }
  return root;
}

const depth = (pointer: string) => pointerSegments(pointer).length;

/** The schema at a place, made where there is none. `*` stands for every key of a map, or item of a list. */
function placeIn(root: ConfigSchema, segments: readonly string[], isRequired: boolean): ConfigSchema {
  return segments.reduce((schema, segment, index) => {
    if (schema.type === 'array') {
      schema.items ??= {};
      return schema.items;
    }
    schema.type = 'object';
    if (segment === '*') {
      schema.additionalProperties ??= {};
      return schema.additionalProperties;
    }
    if (isRequired && index === segments.length - 1)
      schema.required = [...new Set([...(schema.required ?? []), segment])];
    schema.properties ??= {};
    const found = schema.properties[segment] ?? {};
    schema.properties[segment] = found;
    return found;
  }, root);
}

/**
 * The schema with every key that a config really has, so that a form shows them all: those that the type does not
 * know as what they hold. A value of another shape than the type wants is shown as what it is.
 */
export function fitted(schema: ConfigSchema, value: unknown): ConfigSchema {
  const type = shapeOf(value) ?? schema.type ?? 'string';
  const isScalar = type !== 'object' && type !== 'array';
  const base = { ...schema, type: isScalar && schema.type && !isHolder(schema) ? schema.type : type };
  if (isObject(value)) return { ...base, properties: fittedProperties(schema, value) };
  if (type === 'array') {
    const [first] = Array.isArray(value) ? value : [];
    return { ...base, items: fitted(schema.items ?? {}, first) };
  }
  if (type === 'object') return { ...base, properties: fittedProperties(schema, {}) };
  return base;
}

function fittedProperties(schema: ConfigSchema, value: JsonObject): Record<string, ConfigSchema> {
  const known = schema.properties ?? {};
  const names = [...new Set([...Object.keys(known), ...Object.keys(value)])];
  return Object.fromEntries(
    names.map((name) => [name, fitted(known[name] ?? schema.additionalProperties ?? {}, value[name])]),
  );
}

const isHolder = ({ type }: ConfigSchema) => type === 'object' || type === 'array';

/** The JSON type of a value; `undefined` for none and for `null`. */
export function shapeOf(value: unknown): ConfigSchema['type'] | undefined {
  if (Array.isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : undefined;
}

/** What a schema says of one place; `undefined` where it says nothing. */
export function schemaAt(schema: ConfigSchema, path: readonly (string | number)[]): ConfigSchema | undefined {
  return path.reduce<ConfigSchema | undefined>(
    (found, segment) =>
      found?.type === 'array' ? found.items : (found?.properties?.[segment] ?? found?.additionalProperties),
    schema,
  );
}
