import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testPart, testWhole } from './wildcard';

const letters = (max: number) => fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: max });
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });

describe('wildcards', () => {
  it('match as the same regular expression does', () => {
    fc.assert(
      fc.property(letters(8), patterns, (text, pattern) => {
        const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        expect(testWhole({ text: pattern, isQuoted: false })(text)).toBe(
          new RegExp(`^${source}$`).test(text),
        );
        expect(testPart({ text: pattern, isQuoted: false })(text)).toBe(new RegExp(source).test(text));
      }),
    );
  });

  it('mean themselves in quotation marks', () => {
    expect(testWhole({ text: 'a*', isQuoted: true })('A*')).toBe(true);
    expect(testWhole({ text: 'a*', isQuoted: true })('ab')).toBe(false);
  });
});
