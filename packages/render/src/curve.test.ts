import { expect, it } from 'vitest';
import { CARD } from './card';
import { curveOf, isBowed, middleOf, svgPathOf } from './curve';

const [left, right] = [
  { x: 0, y: 0 },
  { x: 300, y: 0 },
];

it('leads from side to side', () => {
  expect(svgPathOf(curveOf(left, right))).toBe('M220 32C260 32 260 32 300 32');
});

it('shows both arrows of a cycle of two: the one that leads back comes out below the cards', () => {
  const curve = curveOf(right, left);
  expect(curve).toMatchObject({ x1: 520, y1: 32, x2: 0, y2: 32 });
  expect(isBowed(curve)).toBe(true);
  expect(middleOf(curve).y).toBeGreaterThan(CARD.height + 10);
});

it('leads straight back to another row', () => {
  expect(isBowed(curveOf(right, { x: 0, y: CARD.height }))).toBe(false);
});
