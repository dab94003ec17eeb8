import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import { cardLabel, componentToNode, dependencyToEdge } from './to-flow';

const card = testCard('vpc', 'main', { owner: 'platform' });

describe('cardLabel', () => {
  it('says nickname, type, status, and findings where there are some', () => {
    expect(cardLabel(card)).toBe('main, vpc, deployed');
    expect(cardLabel({ ...card, findings: { error: 1, warning: 0, info: 0 } })).toBe(
      'main, vpc, deployed, 1 finding',
    );
    expect(cardLabel({ ...card, findings: { error: 1, warning: 2, info: 0 } })).toBe(
      'main, vpc, deployed, 3 findings',
    );
  });
});

describe('componentToNode', () => {
  it('keeps id, place and card, and can be found by role and name', () => {
    expect(componentToNode(card, { x: 8, y: 16 })).toMatchObject({
      id: 'prod/vpc/main',
      position: { x: 8, y: 16 },
      data: { card },
      ariaRole: 'button',
      ariaLabel: 'main, vpc, deployed',
    });
  });
});

describe('dependencyToEdge', () => {
  it('points from consumer to provider', () => {
    const from = componentId('prod', 'lambda', 'app');
    const edge = { from, to: card.id, confidence: 'declared', ambiguous: false } as const;
    expect(dependencyToEdge(edge)).toMatchObject({
      id: 'prod/lambda/app~prod/vpc/main',
      source: from,
      target: card.id,
      ariaLabel: 'prod/lambda/app depends on prod/vpc/main, declared',
    });
  });
});
