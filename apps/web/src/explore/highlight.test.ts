import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight } from './highlight';

it('marks what matched, within a part of the text', () => {
  const id = 'prod/vpc/main';
  expect(highlight(id, [[5, 11]], 9)).toEqual([
    { text: 'ma', isMatch: true },
    { text: 'in', isMatch: false },
  ]);
  expect(highlight(id, [[5, 11]], 5, 8)).toEqual([{ text: 'vpc', isMatch: true }]);
  expect(highlight(id, [])).toEqual([{ text: id, isMatch: false }]);
});

it('loses and adds nothing, however the ranges lie', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(30));
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(range), (text, ranges) => {
      expect(
        highlight(text, ranges)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
