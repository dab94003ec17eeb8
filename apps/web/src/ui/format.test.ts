import { describe, expect, it } from 'vitest';
import { isInstant, plural, relativeTime, timeSpan } from './format';

const now = Date.parse('2026-03-10T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-03-10T11:59:30Z', 'just now'],
    ['2026-03-10T12:00:20Z', 'just now'],
    ['2026-03-10T11:58:00Z', '2 minutes ago'],
    ['2026-03-10T10:59:00Z', '1 hour ago'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2026-03-01T12:00:00Z', 'last week'],
    ['2026-01-01T12:00:00Z', '2 months ago'],
    ['2024-01-01T12:00:00Z', '2 years ago'],
    ['2026-03-10T14:00:00Z', 'in 2 hours'],
  ])('%s is %s', (iso, words) => {
    expect(relativeTime(iso, now)).toBe(words);
  });
});

describe('timeSpan', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1000, '1 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [200 * 86_400_000, '200 d'],
  ])('%d ms is %s', (ms, words) => {
    expect(timeSpan(ms)).toBe(words);
  });
});

describe('plural', () => {
  it('counts', () => {
    expect(plural(1, 'component')).toBe('1 component');
    expect(plural(0, 'component')).toBe('0 components');
    expect(plural(1204, 'dependency', 'dependencies')).toBe('1,204 dependencies');
  });
});

it('tells moments from other texts', () => {
  expect(isInstant('2026-03-10T12:00:00.000Z')).toBe(true);
  expect(isInstant('2026-03-10T12:00:00Z')).toBe(true);
  expect(isInstant('2026-99-10T12:00:00Z')).toBe(false);
  expect(isInstant('"2026-03-10T12:00:00Z"')).toBe(false);
  expect(isInstant('10.0.0.0/16')).toBe(false);
});
