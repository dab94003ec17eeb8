import { type ComponentId, type EffectiveKey, isObject, type JsonObject, joinPointer } from '@karma/core';
import type { UiSchema } from '@rjsf/utils';
import type { ConfigSchema } from './config-schema';

/** Deeper, and wider, a value is edited as JSON. */
const MOST_LEVELS = 3;
const MOST_KEYS = 40;
const LONG_TEXT = 120;

/**
 * How each key of a config is shown: long texts in more lines, what is too deep for a form as JSON, what a parent
 * sets not to be written until it is overridden.
 */
export function uiSchemaOf(
  id: ComponentId,
  schema: ConfigSchema,
  config: JsonObject,
  keys: readonly EffectiveKey[],
): UiSchema {
  const origins = new Map(keys.map(({ pointer, from }) => [pointer, from]));
  const visit = (inner: ConfigSchema, value: unknown, pointer: string, level: number): UiSchema => {
    const from = origins.get(pointer);
    const isInherited = from !== undefined && from !== id;
    const own: UiSchema = {
      ...(isInherited && { 'ui:readonly': true }),
      ...(inner.default !== undefined && { 'ui:placeholder': String(inner.default) }),
    };
    if (isTooMuch(inner, value, level)) return { ...own, 'ui:field': 'json' };
    if (inner.type === 'string') {
      const isLong = typeof value === 'string' && (value.length > LONG_TEXT || value.includes('\n'));
      return { ...own, 'ui:emptyValue': '', ...(isLong && { 'ui:widget': 'textarea' }) };
    }
    if (inner.type !== 'object') return own;
    const properties = Object.entries(inner.properties ?? {}).map(([key, next]) => [
      key,
      visit(next, isObject(value) ? value[key] : undefined, joinPointer(pointer, key), level + 1),
    ]);
    return { ...own, ...Object.fromEntries(properties) };
  };
  return { ...visit(schema, config, '', 0), 'ui:submitButtonOptions': { norender: true } };
}

function isTooMuch({ type, items, properties }: ConfigSchema, value: unknown, level: number): boolean {
  if (type === 'array')
    return items?.type === 'object' || items?.type === 'array' || items?.type === undefined;
  if (type !== 'object' || level === 0) return false;
  const names = Object.keys(properties ?? {});
  return level >= MOST_LEVELS || names.length > MOST_KEYS || (names.length === 0 && !isObject(value));
}
