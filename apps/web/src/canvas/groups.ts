import type { ComponentId } from '@karma/core';
import { GROUP_PADDING } from '@karma/layout';
import type { Card } from '../api/types';
import type { Grouping } from '../app/view';
import { isLargeCount } from './near-cards';
import type { Places } from './neighbour';
import { boundsOf, type Rectangle } from './place-grid';

/** The rectangle around a group's components, in the coordinates of the graph. */
export interface Frame extends Rectangle {
  readonly name: string;
  readonly count: number;
}

/** By what the components stand together: as chosen, else by owner once there are too many for one drawing. */
export function groupingOf(chosen: Grouping | undefined, count: number): Grouping {
  return chosen ?? (isLargeCount(count) ? 'owner' : 'none');
}

/** The name of the group that a component is in; `undefined` when it is in none. */
export function groupOf(card: Card, grouping: Grouping): string | undefined {
  if (grouping === 'none') return undefined;
  return card[grouping] ?? 'no owner';
}

/** One frame for each group, by name. */
export function framesOf(cards: readonly Card[], grouping: Grouping, places: Places): Frame[] {
  const members = new Map<string, ComponentId[]>();
  for (const card of cards) {
    const name = groupOf(card, grouping);
    if (name === undefined) continue;
    const list = members.get(name);
    if (list) list.push(card.id);
    else members.set(name, [card.id]);
  }
  const { top, side } = GROUP_PADDING;
  return [...members]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, ids]) => {
      const inner = boundsOf(ids.flatMap((id) => places.get(id) ?? []));
      if (!inner) return [];
      return {
        name,
        count: ids.length,
        left: inner.left - side,
        top: inner.top - top,
        right: inner.right + side,
        bottom: inner.bottom + side,
      };
    });
}
