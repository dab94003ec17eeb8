import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import type { Card } from '../api/types';
import { byKind, cardDifference, changeKind } from './changes';

const card = (over: Partial<Card>): Card => ({
  id: componentId('prod', 'vpc', 'main'),
  environment: 'prod',
  type: 'vpc',
  nickname: 'main',
  status: 'declared',
  owner: 'platform',
  tags: {},
  abstract: false,
  findings: { error: 0, warning: 0, info: 0 },
  placements: [],
  changedAt: null,
  ...over,
});

it('tells what became of an element', () => {
  expect(changeKind({ before: null, after: 1 })).toBe('added');
  expect(changeKind({ before: 1, after: 2 })).toBe('changed');
  expect(changeKind({ before: 1, after: null })).toBe('removed');
});

it('puts additions first and removals last', () => {
  const removed = { before: 'a', after: null };
  const changed = { before: 'b', after: 'b2' };
  const added = { before: null, after: 'c' };
  expect(byKind([removed, changed, added]).map(({ change }) => change)).toEqual([added, changed, removed]);
});

it('says what changed on a card', () => {
  const before = card({});
  expect(cardDifference({ before, after: card({ status: 'published' }) })).toBe('declared → published');
  expect(cardDifference({ before, after: card({ owner: null }) })).toBe('owner platform → none');
  expect(cardDifference({ before, after: before })).toBe('content');
  expect(cardDifference({ before: null, after: before })).toBe('declared');
});
