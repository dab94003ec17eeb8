import type { ComponentId } from '@karma/core';
import type { Card } from '../api/types';

type Named = Pick<Card, 'id' | 'environment' | 'type' | 'nickname'>;

/** What tells components of the same nickname on one map apart: their type, their environment, or both. */
export function tellApart(components: readonly Named[]): ReadonlyMap<ComponentId, string> {
  const alike = new Map<string, Named[]>();
  for (const card of components) {
    const others = alike.get(card.nickname);
    if (others) others.push(card);
    else alike.set(card.nickname, [card]);
  }
  const words = new Map<ComponentId, string>();
  for (const group of alike.values()) {
    if (group.length === 1) continue;
    const isVaried = (part: 'type' | 'environment') => new Set(group.map((card) => card[part])).size > 1;
    const parts = (['type', 'environment'] as const).filter(isVaried);
    for (const card of group) words.set(card.id, parts.map((part) => card[part]).join(' · '));
  }
  return words;
}
