import { type ComponentId, componentName } from '@karma/core';
import type { Card, GraphSlice } from '../api/types';
import { type Links, linksOf } from '../app/links';

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

const SEPARATOR = '>';

const groupKey = (environment: string, type: string) => `${environment}${SEPARATOR}${type}`;

/** The lines above the one of a component in its own group; they have to be open for it to be in sight. */
export function waysTo(id: ComponentId): readonly string[] {
  const { environment, type } = componentName(id);
  return [environment, groupKey(environment, type)];
}

/** The key of a component in its own group. */
export const itemKey = (id: ComponentId) => {
  const { environment, type } = componentName(id);
  return `${groupKey(environment, type)}${SEPARATOR}${id}`;
};

/**
 * The lines in sight: environments (when there is more than one), types, components, then what each component depends
 * on and is used by, as deep as people open it.
 */
export function treeItems(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  expanded: ReadonlySet<string>,
): TreeItem[] {
  const roots = rootsOf(components, linksOf(edges));
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

function rootsOf(components: readonly Card[], links: (id: ComponentId) => Links): readonly Node[] {
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

  const types = (environment: string, members: readonly Card[]) =>
    partition(members, ({ type }) => type).map(([type, own]) => {
      const key = groupKey(environment, type);
      return group(key, type, own, () => own.map((card) => componentNode(card, key)));
    });

  const environments = partition(components, ({ environment }) => environment);
  const [only] = environments;
  if (only && environments.length === 1) return types(...only);
  return environments.map(([environment, members]) =>
    group(environment, environment, members, () => types(environment, members)),
  );
}

/** Groups by a word, sorted by it. */
function partition(cards: readonly Card[], wordOf: (card: Card) => string): [string, Card[]][] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    const word = wordOf(card);
    const group = groups.get(word);
    if (group) group.push(card);
    else groups.set(word, [card]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
