import { expect, test } from 'vitest';
import { STATUSES } from './component';
import { statusOf, WORST_FIRST, worstStatus } from './status';

test.each([
  [true, true, true, 'deployed'],
  [true, true, false, 'published'],
  [true, false, true, 'runtime-only'],
  [true, false, false, 'declared'],
  [false, true, true, 'orphaned'],
  [false, true, false, 'orphaned'],
  [false, false, true, 'runtime-only'],
  [false, false, false, 'missing'],
])('declared %s, published %s, applied %s: %s', (declared, published, applied, status) => {
  expect(statusOf({ declared, published, applied })).toBe(status);
});

test('every status has its place in the order', () => {
  expect([...WORST_FIRST].sort()).toEqual([...STATUSES].sort());
  expect(worstStatus(['deployed', 'orphaned', 'published'], 'declared')).toBe('orphaned');
  expect(worstStatus([], 'declared')).toBe('declared');
});
