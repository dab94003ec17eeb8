import { describe, expect, it } from 'vitest';
import type { ConfigSchema } from './config-schema';
import { completionsAt, offsetOf, problemsIn } from './json-language';

const SCHEMA: ConfigSchema = {
  type: 'object',
  required: ['handler'],
  properties: {
    handler: { type: 'string' },
    fifo: { type: 'boolean' },
    vpc_nickname: { type: 'string', examples: ['main', 'edge'] },
    tags: { type: 'object', properties: { owner: { type: 'string' } } },
  },
};
const NONE = new Set<string>();
const at = (text: string) => ({ text: text.replace('|', ''), offset: text.indexOf('|') });
const labels = (marked: string) => {
  const { text, offset } = at(marked);
  return completionsAt(text, offset, SCHEMA).map(({ label }) => label);
};

describe('completion', () => {
  it('knows keys, also nested ones', () => {
    expect(labels('{ "|" }')).toContain('"vpc_nickname"');
    expect(labels('{ "tags": { "|" } }')).toEqual(['"owner"']);
  });

  it('knows the values that fit', () => {
    expect(labels('{ "vpc_nickname": "|" }')).toEqual(['"main"', '"edge"']);
    expect(labels('{ "fifo": | }')).toEqual(['true', 'false']);
    expect(labels('{ "other": | }')).toEqual([]);
  });
});

describe('inline errors', () => {
  it('say what is not JSON', () => {
    const [problem] = problemsIn('{ "a": 1,, }', SCHEMA, NONE);
    expect(problem).toMatchObject({ from: 9, message: expect.stringContaining('This is not JSON') });
  });

  it('stand where the value stands, those of missing keys at the start', () => {
    const text = '{ "fifo": "yes" }';
    expect(problemsIn(text, SCHEMA, NONE)).toEqual([
      { from: 0, to: 1, severity: 'error', message: 'handler is required.' },
      { from: 10, to: 15, severity: 'error', message: 'This is of type string, but should be boolean.' },
    ]);
    expect(problemsIn(text, SCHEMA, new Set(['/handler']))).toHaveLength(1);
  });
});

it('finds where a place stands', () => {
  expect(offsetOf('{ "tags": { "owner": "x" } }', '/tags/owner')).toBe(21);
  expect(offsetOf('{ "tags": 1 }', '/tags/owner')).toBe(10);
});
