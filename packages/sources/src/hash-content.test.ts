import { contentHash } from '@karma/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashContent } from './hash-content';

it('is the hash of core', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hashContent(text)).toBe(contentHash(text));
    }),
  );
});
