import { type Bundle, dimensionName, type ElementId, type VisibleGroup } from '@karma/core';
import { CARD } from '@karma/render';
import { type Edge as FlowEdge, type Node, Position, type XYPosition } from '@xyflow/react';
import type { Card, Edge } from '../api/types';
import { dependencySelection } from '../app/view';
import { plural } from '../ui/format';
import type { Frame } from './frames';
import { countsInWords, type MarkCounts } from './patch/marks-within';

export type ComponentNode = Node<{ card: Card; isPinned: boolean; apart: string | undefined }, 'component'>;
export type GroupNode = Node<
  { group: VisibleGroup<Card>; isPinned: boolean; marks: MarkCounts | undefined },
  'shutGroup'
>;
/** The head of an open group's frame. */
export type FrameNode = Node<{ group: VisibleGroup<Card>; isPinned: false }, 'frame'>;
export type ElementNode = ComponentNode | GroupNode | FrameNode;
export type DependencyEdge = FlowEdge<{ edge: Edge }, 'dependency'>;
export type BundleEdge = FlowEdge<{ bundle: Bundle<Edge> }, 'bundle'>;
export type Arrow = DependencyEdge | BundleEdge;

export const findingCount = ({ findings }: Pick<Card, 'findings'>) =>
  findings.error + findings.warning + findings.info;

/** What a screen reader says of a card: `<nickname>, <type>, <status>[, n findings]`. */
export function cardLabel(card: Card): string {
  const count = findingCount(card);
  return [card.nickname, card.type, card.status, ...(count ? [plural(count, 'finding')] : [])].join(', ');
}

/** What a screen reader says of a group: `<name>, <dimension>, n components, <worst status>[, n findings], shut`. */
export function groupLabel(group: VisibleGroup): string {
  const count = findingCount(group);
  return [
    group.name,
    dimensionName(group.dimension),
    plural(group.members.length, 'component'),
    ...(group.isOpen ? [] : [group.status]),
    ...(count ? [plural(count, 'finding')] : []),
    group.isOpen ? 'open' : 'shut',
  ].join(', ');
}

const HANDLE = { y: CARD.height / 2, width: 1, height: 1 };
/** Sizes and handles are given, so that nothing waits for measuring. */
const ON_CARD = {
  ...CARD,
  measured: CARD,
  handles: [
    { ...HANDLE, type: 'target' as const, position: Position.Left, x: 0 },
    { ...HANDLE, type: 'source' as const, position: Position.Right, x: CARD.width },
  ],
  ariaRole: 'button' as const,
};

interface About {
  readonly isPinned?: boolean;
  /** What is said of its muted arrows. */
  readonly muted?: string;
  /** What tells it from others of its nickname. */
  readonly apart?: string | undefined;
}

/** A component as React Flow draws it. */
export function componentToNode(
  card: Card,
  position: XYPosition,
  { isPinned = false, muted = '', apart }: About = {},
): ComponentNode {
  const ariaLabel = cardLabel(card) + (muted && `, ${muted}`) + pinnedWord(isPinned);
  return { id: card.id, type: 'component', data: { card, isPinned, apart }, position, ...ON_CARD, ariaLabel };
}

/** A shut group as React Flow draws it, with what the open draft does to its members. */
export function groupToNode(
  group: VisibleGroup<Card>,
  position: XYPosition,
  { isPinned, marks }: Omit<GroupNode['data'], 'group'>,
): GroupNode {
  const ariaLabel = groupLabel(group) + (marks ? `, ${countsInWords(marks)}` : '') + pinnedWord(isPinned);
  return {
    id: group.id,
    type: 'shutGroup',
    data: { group, isPinned, marks },
    position,
    ...ON_CARD,
    ariaLabel,
  };
}

const pinnedWord = (isPinned: boolean) => (isPinned ? ', pinned' : '');

/** Pixels of a frame's head; the layout leaves this room above what stands in a group. */
const HEAD = { height: 32, inset: 6 } as const;

/** The head of an open group's frame as React Flow draws it. */
export function frameToNode({ group, left, top, right }: Frame): FrameNode {
  const size = { width: right - left - 2 * HEAD.inset, height: HEAD.height };
  return {
    id: group.id,
    type: 'frame',
    data: { group, isPinned: false },
    draggable: false,
    position: { x: left + HEAD.inset, y: top + HEAD.inset },
    ...size,
    measured: size,
    zIndex: -1,
    ariaRole: 'button',
    ariaLabel: groupLabel(group),
  };
}

/** A bundle as React Flow draws it; `nameOf` says what people call its ends. */
export function bundleToEdge(bundle: Bundle<Edge>, nameOf: (id: ElementId) => string): BundleEdge {
  const { from, to, dependencies } = bundle;
  return {
    id: dependencySelection(from, to),
    type: 'bundle',
    source: from,
    target: to,
    data: { bundle },
    ariaLabel: `${plural(dependencies.length, 'dependency', 'dependencies')} of ${nameOf(from)} on ${nameOf(to)}`,
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
