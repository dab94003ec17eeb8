import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { between } from './use-motion';

const [vpc, zone] = [componentId('prod', 'vpc', 'main'), componentId('prod', 'route53-zone', 'main')];

describe('between', () => {
  const from = new Map([[vpc, { x: 0, y: 100 }]]);
  const to = new Map([
    [vpc, { x: 200, y: 0 }],
    [zone, { x: 7, y: 8 }],
  ]);

  it('starts and ends at the places given', () => {
    expect(between(from, to, 0).get(vpc)).toEqual({ x: 0, y: 100 });
    expect(between(from, to, 1)).toEqual(to);
  });

  it('is half way in the middle, and slow at the ends', () => {
    expect(between(from, to, 0.5).get(vpc)).toEqual({ x: 100, y: 50 });
    expect(between(from, to, 0.1).get(vpc)?.x).toBeLessThan(20);
    expect(between(from, to, 0.9).get(vpc)?.x).toBeGreaterThan(180);
  });

  it('lets what is new stand at once', () => {
    expect(between(from, to, 0.3).get(zone)).toEqual({ x: 7, y: 8 });
  });
});
