import type { ComponentType } from '@karma/core';
import type { Port } from '@karma/editor';
import { describe, expect, it } from 'vitest';
import { configSchema, fitted, schemaAt } from './config-schema';
import { schemaProblems } from './schema-problems';

const key = (pointer: string, type: ComponentType['keys'][number]['type'], required = false) => ({
  pointer,
  type,
  required,
  at: [],
});
const LAMBDA: ComponentType = {
  name: 'lambda',
  description: null,
  keys: [
    key('/functions/*/memory', 'number'),
    key('/handler', 'string', true),
    { ...key('/timeout', 'number'), default: 30 },
    key('/rules', 'array'),
    key('/rules/*/port', 'number'),
  ],
  references: [],
  outputs: [],
  outputsKnown: true,
  aliases: [],
  problems: [],
  files: [],
};
const PORT: Port = {
  pointer: '/functions/seed/vpc_nickname',
  targetTypes: ['vpc'],
  required: false,
  value: null,
  nickname: null,
  origin: 'module',
};
const schema = configSchema(LAMBDA, [PORT], () => ['main', 'edge']);

describe('the schema of a type', () => {
  it('has its keys, maps and lists, and the nicknames that fit', () => {
    expect(schema.required).toEqual(['handler']);
    expect(schema.properties?.timeout).toEqual({ type: 'number', default: 30 });
    expect(schemaAt(schema, ['functions', 'api', 'memory'])?.type).toBe('number');
    expect(schemaAt(schema, ['rules', 0, 'port'])?.type).toBe('number');
    expect(schemaAt(schema, ['functions', 'seed', 'vpc_nickname'])?.examples).toEqual(['main', 'edge']);
    expect(schemaAt(schema, ['nowhere', 'at', 'all'])).toBeUndefined();
  });

  it('finds what a config has of another type, and what it lacks', () => {
    const config = { timeout: 'long', functions: { a: { memory: true } }, extra: 1, rules: null };
    expect(schemaProblems(schema, config)).toEqual([
      { pointer: '/handler', message: 'handler is required.' },
      { pointer: '/timeout', message: 'This is of type string, but should be number.' },
      { pointer: '/functions/a/memory', message: 'This is of type boolean, but should be number.' },
    ]);
    expect(schemaProblems(schema, { handler: 'x' })).toEqual([]);
  });
});

describe('the schema for a form', () => {
  it('has every key that the config has, as what it holds', () => {
    const shown = fitted(schema, { extra: { deep: [1] }, functions: { a: {} }, timeout: [1] });
    expect(schemaAt(shown, ['extra', 'deep', 0])?.type).toBe('number');
    expect(schemaAt(shown, ['functions', 'a'])?.type).toBe('object');
    expect(shown.properties?.timeout?.type).toBe('array');
    expect(Object.keys(shown.properties ?? {})).toContain('handler');
  });
});
