import { componentId, visibleGraph } from '@karma/core';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../api/types';
import { arrowAt } from './curve';
import { drawnOf } from './scene';

const card = (type: string, error = 0): Card => ({
  id: componentId('prod', type, 'main'),
  environment: 'prod',
  type,
  nickname: 'main',
  status: 'deployed',
  owner: 'platform',
  tags: {},
  abstract: false,
  findings: { error, warning: 0, info: 0 },
  placements: [],
  changedAt: null,
});
const [vpc, lambda, alarm, bucket] = [card('vpc'), card('lambda'), card('alarm', 1), card('bucket')];
const edge = (from: Card, to: Card) =>
  ({ from: from.id, to: to.id, confidence: 'declared', ambiguous: false }) as const;
const scene = drawnOf({
  pins: new Set([lambda.id]),
  visible: visibleGraph({
    components: [bucket, lambda, alarm, vpc],
    dependencies: [edge(lambda, vpc), edge(alarm, vpc), edge(lambda, bucket)],
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
