import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleFor } from './rasterise';

it('enlarges twofold what is small, and keeps every picture within what a canvas takes', () => {
  expect(scaleFor(800, 600)).toBe(2);
  const side = fc.integer({ min: 1, max: 400_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const scale = scaleFor(width, height);
      expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_384.01);
      expect(width * height * scale ** 2).toBeLessThanOrEqual(120_000_001);
    }),
  );
});
