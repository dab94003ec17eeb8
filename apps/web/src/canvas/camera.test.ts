import { componentId } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraOf, isMostlySeen, revealing, viewportOf } from './camera';

const SIZE = { width: 1000, height: 700 };
const [api, vpc] = [componentId('prod', 'service', 'api'), componentId('prod', 'vpc', 'main')];
const places = new Map([
  [api, { x: 0, y: 0 }],
  [vpc, { x: 800, y: 400 }],
]);
const pixel = fc.integer({ min: -5000, max: 5000 });
const viewports = fc.record({ x: pixel, y: pixel, zoom: fc.constantFrom(0.004, 0.125, 0.5, 1, 2) });

describe('what the canvas shows', () => {
  it('is shown again from a link, to a pixel of the graph', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const again = viewportOf(cameraOf(viewport, SIZE, places) ?? '', SIZE, places);
        expect(again?.zoom).toBe(viewport.zoom);
        expect(Math.abs((again?.x ?? Number.NaN) - viewport.x)).toBeLessThanOrEqual(viewport.zoom);
        expect(Math.abs((again?.y ?? Number.NaN) - viewport.y)).toBeLessThanOrEqual(viewport.zoom);
      }),
    );
  });

  it('holds to what stands in the middle where things are arranged otherwise', () => {
    const camera = cameraOf({ x: 400, y: 300, zoom: 1 }, SIZE, places);
    expect(camera).toContain(api);
    const elsewhere = new Map([[api, { x: 300, y: -100 }]]);
    expect(viewportOf(camera ?? '', SIZE, elsewhere)).toEqual({ x: 100, y: 400, zoom: 1 });
  });

  it.each([
    '',
    'song',
    '0,0,0,prod/vpc/main',
    '0.00001,0,0,prod/vpc/main',
    '500,0,0,prod/vpc/main',
    '1,0,0,prod/vpc/gone',
    '1,x,0,prod/vpc/main',
    '1,0,0,nothing',
  ])('is up to the map where a link says %j', (text) =>
    expect(viewportOf(text, SIZE, places)).toBeUndefined(),
  );
});

describe('what is out of sight', () => {
  const here = { x: 0, y: 0, zoom: 1 };

  it('stays as it is when all of it is seen', () => {
    expect(revealing({ left: 100, top: 100, right: 300, bottom: 200 }, here, SIZE)).toBeUndefined();
  });

  it.each([
    ['whole', { left: 0, top: 0, right: 200, bottom: 100 }, true],
    ['all around', { left: -900, top: -900, right: 5000, bottom: 5000 }, true],
    ['half', { left: 900, top: 0, right: 1100, bottom: 100 }, true],
    ['a corner', { left: 950, top: 650, right: 1200, bottom: 900 }, false],
    ['not at all, on both sides', { left: -300, top: -300, right: -100, bottom: -100 }, false],
  ])('is no group that is in sight %s: %j', (_, rectangle, isSeen) => {
    expect(isMostlySeen(rectangle, here, SIZE)).toBe(isSeen);
  });

  it('comes into the middle, no larger than before', () => {
    expect(revealing({ left: 1900, top: 900, right: 2100, bottom: 1100 }, here, SIZE)).toEqual({
      x: -1500,
      y: -650,
      zoom: 1,
    });
  });

  it('is seen whole', () => {
    fc.assert(
      fc.property(viewports, pixel, pixel, fc.nat(9000), fc.nat(9000), (viewport, left, top, w, h) => {
        const rectangle = { left, top, right: left + w + 1, bottom: top + h + 1 };
        const next = revealing(rectangle, viewport, SIZE);
        if (!next) return;
        expect(left * next.zoom + next.x).toBeGreaterThanOrEqual(0);
        expect(rectangle.right * next.zoom + next.x).toBeLessThanOrEqual(SIZE.width);
        expect(top * next.zoom + next.y).toBeGreaterThanOrEqual(0);
        expect(rectangle.bottom * next.zoom + next.y).toBeLessThanOrEqual(SIZE.height);
      }),
    );
  });
});
