import { expect, it } from 'vitest';
import { fieldChanges } from './field-changes';

it('names the smallest places that differ', () => {
  const before = { size: 1, environment: { LOG: 'info', MODE: 'on' }, zones: ['a'] };
  const after = { size: 1, environment: { LOG: 'debug', MODE: 'on' }, zones: ['a', 'b'] };
  expect(fieldChanges(before, after)).toEqual([
    { pointer: '/environment/LOG', before: 'info', after: 'debug' },
    { pointer: '/zones', before: ['a'], after: ['a', 'b'] },
  ]);
});

it('goes into an object that is new or gone, and shows an empty one', () => {
  expect(fieldChanges({}, { tags: { Owner: 'x' }, empty: {} })).toEqual([
    { pointer: '/tags/Owner', before: undefined, after: 'x' },
    { pointer: '/empty', before: undefined, after: {} },
  ]);
});

it('shows both whole where one is no object', () => {
  expect(fieldChanges({ a: 1 }, 'text')).toEqual([{ pointer: '', before: { a: 1 }, after: 'text' }]);
});
