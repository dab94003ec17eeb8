import { describe, expect, it } from 'vitest';
import { type Figure, isMet, showBar } from './figure';

const figure: Figure = { work: 'pan', measure: 'median', value: 48, unit: 'frames a second' };

describe('isMet', () => {
  it('holds a number against the most, or against the least, or against nothing', () => {
    expect(isMet({ ...figure, bar: 50 })).toBe(true);
    expect(isMet({ ...figure, bar: 50, isFloor: true })).toBe(false);
    expect(isMet({ ...figure, bar: 48, isFloor: true })).toBe(true);
    expect(isMet({ ...figure, value: Number.NaN, bar: 50 })).toBe(false);
    expect(isMet(figure)).toBe(true);
  });
});

describe('showBar', () => {
  it('says which side of the bar is good', () => {
    expect(showBar({ ...figure, bar: 50, isFloor: true })).toBe('≥ 50 frames a second');
    expect(showBar({ ...figure, bar: 1200, unit: 'ms' })).toBe('≤ 1.20 s');
    expect(showBar(figure)).toBe('');
  });
});
