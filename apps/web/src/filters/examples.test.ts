import { parse } from '@karma/query';
import { expect, it } from 'vitest';
import { exampleQueries } from './examples';

const nothing = {
  environments: [],
  types: [],
  owners: [],
  placements: [],
  tags: {},
  names: [],
  configPaths: [],
  outputs: [],
};

it('are queries, whatever the words are', () => {
  const strange = ['a b', '+', 'and', '"q"', '*'];
  const words = { ...nothing, types: strange, owners: strange, names: strange, tags: { Team: ['a'] } };
  for (const vocabulary of [nothing, words])
    for (const { text } of exampleQueries(vocabulary)) expect(() => parse(text), text).not.toThrow();
  expect(exampleQueries(words)).toHaveLength(8);
});
