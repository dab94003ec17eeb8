import { expect, it } from 'vitest';
import { CARD } from '../card';
import { componentLike } from '../slices.testing';
import { pathOf } from './arrows';

const [left, right] = [componentLike({ nickname: 'left' }), componentLike({ nickname: 'right' })];
const positions = new Map([
  [left.id, { x: 0, y: 0 }],
  [right.id, { x: 300, y: 0 }],
]);
const edge = { confidence: 'declared', ambiguous: false } as const;

it('leads from side to side', () => {
  const path = pathOf({ from: left.id, to: right.id, ...edge }, positions);
  expect(path).toBe('M220 32C260 32 260 32 300 32');
});

it('shows both arrows of a cycle of two: the one that leads back comes out below the cards', () => {
  const path = pathOf({ from: right.id, to: left.id, ...edge }, positions);
  const [x1 = 0, y1 = 0, , c1 = 0, , c2 = 0, x2 = 0, y2 = 0] = path.split(/[MC ]/).slice(1).map(Number);
  expect([x1, y1, x2, y2]).toEqual([520, 32, 0, 32]);
  const middle = (y1 + 3 * c1 + 3 * c2 + y2) / 8;
  expect(middle).toBeGreaterThan(CARD.height + 10);
});
