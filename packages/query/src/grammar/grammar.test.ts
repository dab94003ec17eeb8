import { readFileSync } from 'node:fs';
import peggy from 'peggy';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

it('is what the parser was made from (pnpm --filter @karma/query grammar)', () => {
  const source = peggy.generate(read('query.peggy'), { output: 'source', format: 'es' });
  expect(read('parser.js')).toBe(source);
});
