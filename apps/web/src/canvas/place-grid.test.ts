import { componentId } from '@karma/core';
import { CARD } from '@karma/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, placeGrid } from './place-grid';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const places = fc
  .array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 60 })
  .map((list) => new Map(list.map((place, index) => [componentId('prod', 'vpc', `n${index}`), place])));

describe('placeGrid', () => {
  it('finds the cards in a rectangle that looking at all of them finds', () => {
    fc.assert(
      fc.property(places, coordinate, coordinate, fc.nat(2000), fc.nat(2000), (all, left, top, w, h) => {
        const area = { left, top, right: left + w, bottom: top + h };
        const expected = [...all]
          .filter(([, { x, y }]) => x <= area.right && y <= area.bottom)
          .filter(([, { x, y }]) => x + CARD.width >= left && y + CARD.height >= top)
          .map(([id]) => id);
        expect(placeGrid(all).within(area).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('finds the card under a point, the nearest within reach, and none beyond', () => {
    const vpc = componentId('prod', 'vpc', 'main');
    const key = componentId('prod', 'kms-key', 'data');
    const grid = placeGrid(
      new Map([
        [vpc, { x: 500, y: 500 }],
        [key, { x: 500, y: 600 }],
      ]),
    );
    expect(grid.at(510, 510, 0)).toBe(vpc);
    expect(grid.at(510, 590, 40)).toBe(key);
    expect(grid.at(490, 510, 9)).toBeUndefined();
    expect(grid.at(490, 510, 10)).toBe(vpc);
  });
});

describe('boundsOf', () => {
  it('reaches around whole cards', () => {
    expect(boundsOf([])).toBeNull();
    expect(
      boundsOf([
        { x: 10, y: 900 },
        { x: -5, y: 20 },
      ]),
    ).toEqual({ left: -5, top: 20, right: 10 + CARD.width, bottom: 900 + CARD.height });
  });
});
