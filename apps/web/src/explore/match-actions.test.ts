import { expect, it } from 'vitest';
import { matchActions } from './match-actions';

const actions = [
  { name: 'Show its blast radius', group: 'Component' },
  { name: 'Tidy up the layout', group: 'View' },
];

it('finds actions by words in any order', () => {
  expect(matchActions(actions, 'radius BLAST')).toEqual([actions[0]]);
  expect(matchActions(actions, 'view')).toEqual([actions[1]]);
  expect(matchActions(actions, ' ')).toEqual(actions);
  expect(matchActions(actions, 'blast layout')).toEqual([]);
});
