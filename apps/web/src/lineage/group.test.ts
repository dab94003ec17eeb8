import { expect, it } from 'vitest';
import { distanceWords, groupByNumber } from './group';

it('groups in order of the numbers and keeps the order within', () => {
  const items = ['b:1', 'a:-2', 'c:1', 'd:10'];
  expect(groupByNumber(items, (item) => Number(item.slice(2)))).toEqual([
    { number: -2, items: ['a:-2'] },
    { number: 1, items: ['b:1', 'c:1'] },
    { number: 10, items: ['d:10'] },
  ]);
});

it('says distances', () => {
  expect(distanceWords(-1)).toBe('1 step upstream');
  expect(distanceWords(3)).toBe('3 steps downstream');
});
