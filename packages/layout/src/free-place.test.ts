import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freePlace } from './free-place';

const GAP = 10;
const rectangle = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.nat(200), fc.nat(200))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const wish = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

it('finds a place that is free, and none nearer is, looked for step by step', () => {
  fc.assert(
    fc.property(
      fc.array(rectangle, { maxLength: 12 }),
      rectangle,
      wish,
      fc.infiniteStream(wish),
      (others, size, wished, tries) => {
        const [width, height] = [size.right - size.left, size.bottom - size.top];
        const isFree = (x: number, y: number) =>
          !others.some(
            (other) =>
              other.left < x + width + GAP &&
              x < other.right + GAP &&
              other.top < y + height + GAP &&
              y < other.bottom + GAP,
          );
        const { x, y } = freePlace(size, wished, others, GAP);
        expect(isFree(x, y)).toBe(true);
        const distance = Math.hypot(x - wished.x, y - wished.y);
        for (const other of tries.take(50)) {
          if (isFree(other.x, other.y))
            expect(Math.hypot(other.x - wished.x, other.y - wished.y)).toBeGreaterThanOrEqual(distance);
        }
      },
    ),
  );
});
