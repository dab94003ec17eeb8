import { PROGRESS_STAGES } from '@karma/core';
import { expect, test } from 'vitest';
import { STAGES, stepWords } from './stages';

test('every stage has words, in order', () => {
  expect(STAGES.map(({ name }) => name)).toEqual(PROGRESS_STAGES);
});

test('a step says what is so, what is to come, and what cannot be known', () => {
  expect(stepWords('published', 'done', false)).toBe('published');
  expect(stepWords('published', 'done', true)).toBe('parameter removed');
  expect(stepWords('deployed', 'waiting', true)).toBe('not yet');
  expect(stepWords('deployed', 'unknown', false)).toBe('nothing shows it');
});
