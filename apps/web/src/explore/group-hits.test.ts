import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import type { SearchHit } from '../api/types';
import { groupHits } from './group-hits';

const hit = (environment: string, nickname: string): SearchHit => ({
  ranges: [],
  card: {
    id: componentId(environment, 'vpc', nickname),
    environment,
    type: 'vpc',
    nickname,
    status: 'deployed',
    owner: null,
    tags: {},
    abstract: false,
    findings: { error: 0, warning: 0, info: 0 },
    placements: [],
    changedAt: null,
  },
});

it('puts what is in sight first and keeps the order within', () => {
  const hits = [hit('dev', 'a'), hit('prod', 'b'), hit('dev', 'c'), hit('prod', 'd')];
  expect(groupHits(hits, 'prod').map((group) => group.hits)).toEqual([
    [hits[1], hits[3]],
    [hits[0], hits[2]],
  ]);
});

it('leaves empty groups out', () => {
  expect(groupHits([hit('dev', 'a')], 'prod').map((group) => group.label)).toEqual(['In other environments']);
  expect(groupHits([], 'prod')).toEqual([]);
});
