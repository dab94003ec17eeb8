import { componentId } from '@karma/core';
import type { Card, Edge } from './types';

/** A card of a component that is deployed, in `prod` where `more` does not say another environment. */
export function testCard(type: string, nickname: string, more: Partial<Card> = {}): Card {
  const { environment = 'prod' } = more;
  return {
    id: componentId(environment, type, nickname),
    environment,
    type,
    nickname,
    status: 'deployed',
    owner: null,
    tags: {},
    abstract: false,
    findings: { error: 0, warning: 0, info: 0 },
    placements: [],
    changedAt: null,
    ...more,
  };
}

/** A declared dependency of one card on another. */
export function testEdge(from: Card, to: Card): Edge {
  return { from: from.id, to: to.id, confidence: 'declared', ambiguous: false };
}
