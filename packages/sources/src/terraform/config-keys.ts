import type { ConfigKey } from '@karma/core';
import type { Sink } from './use';
import { type Json, toJson } from './value';

interface Found {
  required: boolean;
  fallback: Json | undefined;
  type: ConfigKey['type'];
  readonly at: { readonly file: string; readonly line: number }[];
}

/** Gathers what is told of the keys of a config, over all files of a module. */
export function collectKeys() {
  const found = new Map<string, Found>();
  const at = (pointer: string): Found => {
    const known = found.get(pointer) ?? { required: false, fallback: undefined, type: 'unknown', at: [] };
    found.set(pointer, known);
    return known;
  };
  return {
    sink: (file: string): Omit<Sink, 'consume'> => ({
      use(pointer, optional, line) {
        const key = at(pointer);
        key.required ||= !optional;
        if (!key.at.some((one) => one.file === file && one.line === line)) key.at.push({ file, line });
      },
      fallback(pointer, value) {
        const key = at(pointer);
        key.fallback = key.fallback ?? toJson(value);
      },
      hint(pointer, type) {
        const key = at(pointer);
        if (key.type === 'unknown') key.type = type;
      },
    }),
    /** Sorted by pointer; what holds a key is a key too. */
    list(): ConfigKey[] {
      for (const [pointer, key] of [...found]) addHolders(pointer, key, at);
      return [...found]
        .filter(([pointer, key]) => !pointer.endsWith('*') && key.at.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([pointer, { required, fallback, type, at: places }]) => ({
          pointer,
          required,
          ...(fallback === undefined ? {} : { default: fallback }),
          type: type === 'unknown' ? typeOf(fallback) : type,
          at: [...places].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
        }));
    },
  };
}

function addHolders(pointer: string, key: Found, at: (pointer: string) => Found): void {
  const parts = pointer.split('/');
  for (let depth = parts.length - 1; depth > 1; depth--) {
    const holder = at(parts.slice(0, depth).join('/'));
    const isElement = parts[depth] === '*';
    if (!isElement && holder.type === 'unknown') holder.type = 'object';
    if (!parts.slice(depth).includes('*')) holder.required ||= key.required;
    if (holder.at.length === 0) holder.at.push(...key.at);
  }
}

function typeOf(json: Json | undefined): ConfigKey['type'] {
  if (json === undefined || json === null) return 'unknown';
  if (Array.isArray(json)) return 'array';
  const type = typeof json;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}
