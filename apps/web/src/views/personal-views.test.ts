import { expect, it } from 'vitest';
import { readPersonalViews } from './personal-views';

it('reads what is stored and leaves out what makes no sense', () => {
  const view = { id: '1', name: 'Mine', search: '?env=prod' };
  expect(readPersonalViews(JSON.stringify([view, { id: 2 }, null]))).toEqual([view]);
  for (const text of [undefined, '', '{', '7', '{"id":"1"}']) expect(readPersonalViews(text)).toEqual([]);
});
