import type { ComponentId } from '@karma/core';
import type { Card, GraphSlice } from '../api/types';
import { type Links, linksOf } from '../app/links';
import { byType, SEPARATOR, type TreeGroup, type WayTo } from './tree-groups';

/** What a line of the tree is about. */
export type Subject =
  | { readonly kind: 'group'; readonly label: string; readonly count: number }
  | { readonly kind: 'upstream' | 'downstream'; readonly count: number }
  | { readonly kind: 'component'; readonly card: Card };

/** A line of the tree that is in sight when every line above it is open. */
export interface TreeItem {
  /** The way to it from the root; a component has one for each way that leads to it. */
  readonly key: string;
  readonly parent: string | null;
  /** From 1. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  readonly isBranch: boolean;
  readonly isExpanded: boolean;
  readonly subject: Subject;
}

interface Node {
  readonly key: string;
  readonly subject: Subject;
  /** Only asked for when the node is open: dependencies may go round in circles. */
  readonly children?: () => readonly Node[];
}

/** The lines above the one of a component in its own group; they have to be open for it to be in sight. */
export const waysTo = (id: ComponentId, wayTo: WayTo = byType): readonly string[] =>
  wayTo(id).map(({ key }) => key);

/** The key of a component in its own group. */
export const itemKey = (id: ComponentId, wayTo: WayTo = byType) =>
  `${wayTo(id).at(-1)?.key ?? ''}${SEPARATOR}${id}`;

/**
 * The lines in sight: groups (the outermost ones when there are several), components, then what each component depends
 * on and is used by, as deep as people open it.
 */
export function treeItems(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  expanded: ReadonlySet<string>,
  wayTo: WayTo = byType,
): TreeItem[] {
  const roots = rootsOf(components, linksOf(edges), wayTo);
  const items: TreeItem[] = [];
  const add = (nodes: readonly Node[], level: number, parent: string | null) => {
    nodes.forEach(({ key, subject, children }, index) => {
      const isExpanded = children !== undefined && expanded.has(key);
      items.push({
        key,
        parent,
        level,
        position: index + 1,
        siblings: nodes.length,
        isBranch: children !== undefined,
        isExpanded,
        subject,
      });
      if (isExpanded) add(children(), level + 1, key);
    });
  };
  add(roots, 1, null);
  return items;
}

function rootsOf(
  components: readonly Card[],
  links: (id: ComponentId) => Links,
  wayTo: WayTo,
): readonly Node[] {
  const cards = new Map(components.map((card) => [card.id, card]));

  const componentNode = (card: Card, parent: string): Node => {
    const key = `${parent}${SEPARATOR}${card.id}`;
    const { upstream, downstream } = links(card.id);
    const subject = { kind: 'component' as const, card };
    if (upstream.length + downstream.length === 0) return { key, subject };
    const linked = (kind: 'upstream' | 'downstream', ids: readonly ComponentId[]): Node[] => {
      if (ids.length === 0) return [];
      const branch = `${key}${SEPARATOR}${kind}`;
      const children = () =>
        ids.flatMap((id) => {
          const other = cards.get(id);
          return other ? [componentNode(other, branch)] : [];
        });
      return [{ key: branch, subject: { kind, count: ids.length }, children }];
    };
    return {
      key,
      subject,
      children: () => [...linked('upstream', upstream), ...linked('downstream', downstream)],
    };
  };

  const group = (key: string, label: string, members: readonly Card[], children: () => readonly Node[]) => ({
    key,
    subject: { kind: 'group' as const, label, count: members.length },
    children,
  });

  const groupsAt = (depth: number, members: readonly Card[]): readonly Node[] =>
    partition(members, ({ id }) => wayTo(id)[depth]).map(([{ key, label }, own]) =>
      group(key, label, own, () =>
        own.some(({ id }) => wayTo(id).length > depth + 1)
          ? groupsAt(depth + 1, own)
          : own.map((card) => componentNode(card, key)),
      ),
    );

  const roots = groupsAt(0, components);
  const [only] = roots;
  const isNested = components.some(({ id }) => wayTo(id).length > 1);
  return roots.length === 1 && isNested ? (only?.children?.() ?? []) : roots;
}

/** Parts cards by the group that they are in, sorted by its label. */
function partition(
  cards: readonly Card[],
  groupOf: (card: Card) => TreeGroup | undefined,
): [TreeGroup, Card[]][] {
  const groups = new Map<string, [TreeGroup, Card[]]>();
  for (const card of cards) {
    const group = groupOf(card);
    if (!group) continue;
    const known = groups.get(group.key);
    if (known) known[1].push(card);
    else groups.set(group.key, [group, [card]]);
  }
  return [...groups.values()].sort(([a], [b]) => a.label.localeCompare(b.label));
}
