import { parse, print } from '@karma/query';
import { expect, it } from 'vitest';
import { withinEnvironment } from './filter-to-query';

it('lets paths begin and end in an environment, wherever they stand, and leaves the rest', () => {
  const within = (text: string) => print(withinEnvironment(parse(text), 'prod'));
  expect(within('path(a, type:b)')).toBe('path(env="prod" a, env="prod" type:b)');
  expect(within('x or not (path(a, b))+2')).toBe('x or not (path(env="prod" a, env="prod" b))+2');
  for (const text of ['+a type:b', 'uses(a#b)', '']) expect(within(text)).toBe(text);
});
