import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_HEIGHT, type Label, withoutOverlap } from './landmarks';

const label = fc.record({
  text: fc.string(),
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 400 }),
  width: fc.integer({ min: 1, max: 200 }),
});
const overlap = (a: Label, b: Label) =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < LABEL_HEIGHT;

describe('withoutOverlap', () => {
  it('keeps the first, never covers one, and drops only what would cover', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 40 }), (labels) => {
        const kept = withoutOverlap(labels, [], Number.POSITIVE_INFINITY);
        expect(kept[0]).toBe(labels[0]);
        for (const [index, one] of kept.entries())
          expect(kept.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
        for (const one of labels)
          expect(kept.includes(one) || kept.some((other) => overlap(one, other))).toBe(true);
      }),
    );
  });

  it('stops at the most that are wanted', () => {
    const labels = [0, 100, 200].map((x) => ({ text: 'a', x, y: 0, width: 50 }));
    expect(withoutOverlap(labels, [], 2)).toEqual(labels.slice(0, 2));
  });

  it('covers nothing that was there before', () => {
    const labels = [0, 100].map((x) => ({ text: 'a', x, y: 0, width: 50 }));
    const taken = [{ text: 'web', x: 20, y: 10, width: 50 }];
    expect(withoutOverlap(labels, taken, 2)).toEqual(labels.slice(1));
  });
});
