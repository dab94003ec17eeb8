import { expect, test } from 'vitest';
import { contentHash } from './hash';

// FIPS 180-2, and the same over UTF-8.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb924'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223'],
  ['é', '4a99557e4033c3539de2eb65472017ca'],
])('the hash of %j', (text, hash) => {
  expect(contentHash(text)).toBe(hash);
});
