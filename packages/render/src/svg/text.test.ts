import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './text';

describe('fitText', () => {
  it('never gives more lines than wished, nor a line wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 3 }),
        (text, room, lines) => {
          const fitted = fitText(text, { size: 12, room, lines });
          expect(fitted.length).toBeLessThanOrEqual(lines);
          for (const line of fitted) expect(textWidth(line, 12)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });

  it('keeps all of a text that is not cut', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const fitted = fitText(text, { size: 12, room: 156, lines: 2 });
        if (!fitted.at(-1)?.endsWith('…')) expect(fitted.join('')).toBe(text);
      }),
    );
  });

  it('breaks where a name does, and says that something is cut', () => {
    const fit = { size: 12, room: 100, lines: 2 };
    expect(fitText('checkout-recommendations', fit)).toEqual(['checkout-', 'recommendat…']);
    expect(fitText('short', fit)).toEqual(['short']);
  });
});
