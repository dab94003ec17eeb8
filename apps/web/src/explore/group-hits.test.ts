import { expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import type { SearchHit } from '../api/types';
import { groupHits } from './group-hits';

const hit = (environment: string, nickname: string): SearchHit => ({
  ranges: [],
  card: testCard('vpc', nickname, { environment }),
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
