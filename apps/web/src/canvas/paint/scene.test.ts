import { visibleGraph } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { testCard, testEdge } from '../../api/cards.testing';
import { arrowAt } from './curve';
import { drawnOf } from './scene';

const card = (type: string, error = 0) =>
  testCard(type, 'main', { owner: 'platform', findings: { error, warning: 0, info: 0 } });
const [vpc, lambda, alarm, bucket] = [card('vpc'), card('lambda'), card('alarm', 1), card('bucket')];
const scene = drawnOf({
  pins: new Set([lambda.id]),
  visible: visibleGraph({
    components: [bucket, lambda, alarm, vpc],
    dependencies: [testEdge(lambda, vpc), testEdge(alarm, vpc), testEdge(lambda, bucket)],
  }),
  places: new Map([
    [lambda.id, { x: 0, y: 0 }],
    [alarm.id, { x: 0, y: 400 }],
    [vpc.id, { x: 400, y: 0 }],
  ]),
});

describe('drawnOf', () => {
  it('has what stands somewhere, errors and the most connected first, and the arrows between', () => {
    expect(scene.spots.map((spot) => spot.card.type)).toEqual(['alarm', 'vpc', 'lambda']);
    expect(scene.spots.map((spot) => spot.isPinned)).toEqual([false, false, true]);
    expect(scene.lines.map(({ id }) => id)).toEqual([
      'prod/lambda/main~prod/vpc/main',
      'prod/alarm/main~prod/vpc/main',
    ]);
  });
});

describe('arrowAt', () => {
  const viewport = { x: 10, y: 10, zoom: 1 };
  it('finds the arrow under a point, and none away from all', () => {
    expect(arrowAt(scene, viewport, { x: 320, y: 43 }, 5)).toBe('prod/lambda/main~prod/vpc/main');
    expect(arrowAt(scene, viewport, { x: 320, y: 242 }, 5)).toBe('prod/alarm/main~prod/vpc/main');
    expect(arrowAt(scene, viewport, { x: 320, y: 100 }, 5)).toBeUndefined();
  });
});
