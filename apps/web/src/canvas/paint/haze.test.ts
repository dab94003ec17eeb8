import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHaze, type Haze } from './haze';

const [WIDTH, HEIGHT] = [40, 30];

function pixel({ bytes }: Haze, x: number, y: number): number[] {
  return [...bytes.slice(4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 4)];
}

function hazeOf(draw: (haze: Haze) => void): Haze {
  const haze = createHaze();
  haze.begin(WIDTH, HEIGHT);
  draw(haze);
  return haze;
}

describe('haze', () => {
  it('is denser where more lines lie, and empty elsewhere', () => {
    const haze = hazeOf(({ line, tint }) => {
      line(0, 10, 30, 10);
      line(5, 0, 5, 25);
      tint('#102030', 0.5);
    });
    expect(pixel(haze, 20, 10)).toEqual([16, 32, 48, 128]);
    expect(pixel(haze, 5, 20)).toEqual([16, 32, 48, 128]);
    expect(pixel(haze, 5, 10)).toEqual([16, 32, 48, 191]);
    expect(pixel(haze, 20, 20)).toEqual([0, 0, 0, 0]);
  });

  it('shares the weight of a line between two pixels', () => {
    const haze = hazeOf(({ line, tint }) => {
      line(0, 10.5, 30, 10.5);
      tint('#ffffff', 1);
    });
    expect(pixel(haze, 20, 10)[3]).toBe(pixel(haze, 20, 11)[3]);
  });

  it('lays one tint over another, and starts anew', () => {
    const haze = hazeOf(({ line, tint }) => {
      line(0, 10, 30, 10);
      tint('#ff0000', 0.5);
      line(0, 10, 30, 10);
      tint('#0000ff', 0.5);
    });
    expect(pixel(haze, 20, 10)).toEqual([85, 0, 170, 192]);
    haze.begin(WIDTH, HEIGHT);
    expect(haze.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('keeps within the picture wherever lines lead', () => {
    const coordinate = fc.integer({ min: -400_000, max: 400_000 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x1, y1, x2, y2) => {
        const there = hazeOf(({ line, tint }) => {
          line(x1, y1, x2, y2);
          tint('#ffffff', 1);
        });
        const drawn = Array.from({ length: WIDTH * HEIGHT }, (_, at) => at)
          .filter((at) => there.bytes[4 * at + 3])
          .map((at) => [at % WIDTH, Math.floor(at / WIDTH)] as const);
        for (const [x, y] of drawn) {
          const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / Math.hypot(x2 - x1, y2 - y1) ** 2;
          const [nearX, nearY] = [x1 + along * (x2 - x1), y1 + along * (y2 - y1)];
          expect(Math.hypot(x - nearX, y - nearY)).toBeLessThan(1.1);
        }
      }),
    );
  });
});
