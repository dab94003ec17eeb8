import { CARD } from '@karma/render';
import { type Edge as FlowEdge, type Node, Position } from '@xyflow/react';
import type { Card, Edge } from '../api/types';
import { dependencySelection } from '../app/view';

export type ComponentNode = Node<{ card: Card; isPinned: boolean }, 'component'>;
export type DependencyEdge = FlowEdge<{ edge: Edge }, 'dependency'>;

const plural = (count: number, word: string) => `${count} ${count === 1 ? word : `${word}s`}`;

export const findingCount = ({ findings }: Card) => findings.error + findings.warning + findings.info;

/** What a screen reader says of a card: `<nickname>, <type>, <status>[, n findings]`. */
export function cardLabel(card: Card): string {
  const count = findingCount(card);
  return [card.nickname, card.type, card.status, ...(count ? [plural(count, 'finding')] : [])].join(', ');
}

/** A component as React Flow draws it. Sizes and handles are given, so that nothing waits for measuring. */
export function componentToNode(
  card: Card,
  position: { x: number; y: number },
  isPinned = false,
): ComponentNode {
  const handle = { y: CARD.height / 2, width: 1, height: 1 };
  return {
    id: card.id,
    type: 'component',
    data: { card, isPinned },
    position,
    ...CARD,
    measured: CARD,
    handles: [
      { ...handle, type: 'target', position: Position.Left, x: 0 },
      { ...handle, type: 'source', position: Position.Right, x: CARD.width },
    ],
    ariaRole: 'button',
    ariaLabel: isPinned ? `${cardLabel(card)}, pinned` : cardLabel(card),
  };
}

/** A dependency as React Flow draws it: consumer → provider. */
export function dependencyToEdge(edge: Edge): DependencyEdge {
  const doubt = edge.ambiguous ? ', one of several providers' : '';
  return {
    id: dependencySelection(edge.from, edge.to),
    type: 'dependency',
    source: edge.from,
    target: edge.to,
    data: { edge },
    ariaLabel: `${edge.from} depends on ${edge.to}, ${edge.confidence}${doubt}`,
  };
}
