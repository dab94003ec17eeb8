import { expect, it } from 'vitest';
import { firstSentence } from './description';

it.each([
  ['# VPC\n\n[![badge](x)](y)\n\nA network. With more.\n', 'A network.'],
  ['A bucket of version 1.2 things,\nover two lines', 'A bucket of version 1.2 things, over two lines'],
  ['# Only a heading\n\n- a list\n', null],
  ['', null],
])('%j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
