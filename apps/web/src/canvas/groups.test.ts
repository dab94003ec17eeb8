import { componentId } from '@karma/core';
import { GROUP_PADDING } from '@karma/layout';
import { CARD } from '@karma/render';
import { describe, expect, it } from 'vitest';
import type { Card } from '../api/types';
import { framesOf, groupingOf, groupOf } from './groups';

const card = (nickname: string, owner: string | null): Card => ({
  id: componentId('prod', 'lambda', nickname),
  environment: 'prod',
  type: 'lambda',
  nickname,
  status: 'deployed',
  owner,
  tags: {},
  abstract: false,
  findings: { error: 0, warning: 0, info: 0 },
  placements: [],
  changedAt: null,
});
const [a, b, c] = [card('a', 'web'), card('b', 'web'), card('c', null)];
const places = new Map([
  [a.id, { x: 0, y: 0 }],
  [b.id, { x: 300, y: 100 }],
  [c.id, { x: 900, y: 0 }],
]);

describe('groupingOf', () => {
  it('leaves small graphs whole and parts large ones by owner, unless told otherwise', () => {
    expect(groupingOf(undefined, 100)).toBe('none');
    expect(groupingOf(undefined, 1000)).toBe('owner');
    expect(groupingOf('type', 100)).toBe('type');
    expect(groupingOf('none', 1000)).toBe('none');
  });
});

describe('groupOf', () => {
  it('names the group of every component, also of those without an owner', () => {
    expect(groupOf(a, 'owner')).toBe('web');
    expect(groupOf(c, 'owner')).toBe('no owner');
    expect(groupOf(c, 'type')).toBe('lambda');
    expect(groupOf(c, 'none')).toBeUndefined();
  });
});

describe('framesOf', () => {
  it('reaches around the cards of each group, with room for its name', () => {
    const { side, top } = GROUP_PADDING;
    const frames = framesOf([c, b, a], 'owner', places);
    expect(frames.map(({ name, count }) => [name, count])).toEqual([
      ['no owner', 1],
      ['web', 2],
    ]);
    expect(frames[1]).toMatchObject({
      left: -side,
      top: -top,
      right: 300 + CARD.width + side,
      bottom: 100 + CARD.height + side,
    });
    expect(framesOf([a, b], 'none', places)).toEqual([]);
  });
});
