import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { viewParamsSchema } from './search-params';

it('docs/links.md names every key of a link, and no other', () => {
  const text = readFileSync(new URL('../../../../docs/links.md', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key),
  );
  expect(named.sort()).toEqual(Object.keys(viewParamsSchema.shape).sort());
});
