import type { ComponentId } from '@karma/core';
import type { Card, Edge, GraphSlice } from '../../api/types';
import { dependencySelection } from '../../app/view';
import type { Emphasis } from '../emphasis';

/** What a draft does to a card or an arrow. */
export type Mark = 'added' | 'changed' | 'removed';

/** What a draft makes of the graph on screen. */
export interface Patch {
  /** Cards that are new, or in place of those there were. */
  readonly cards: ReadonlyMap<ComponentId, Card>;
  readonly edges: readonly Edge[];
  /** By component id and by `<from>~<to>`. What is removed stays on the map, as a ghost. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Whom it reaches; `null` when nobody. */
  readonly reach: Emphasis | null;
  /** While something is dragged: where it can be dropped; everything else fades. */
  readonly targets: Emphasis | null;
  /** While somebody asks what if: who would be hit; everything else fades. */
  readonly hit: Emphasis | null;
}

/** Nothing drafted; who would be hit is asked without a draft, too. */
export const NO_DRAFT: Omit<Patch, 'hit'> = {
  cards: new Map(),
  edges: [],
  marks: new Map(),
  reach: null,
  targets: null,
};

export const NO_PATCH: Patch = { ...NO_DRAFT, hit: null };

/**
 * The slice with a draft's patch: what is new in the environments that it shows is added, and what the draft does not
 * touch is the same object as before.
 * @param environment that is looked at.
 */
export function patched(
  graph: GraphSlice,
  { cards, edges }: Pick<Patch, 'cards' | 'edges'>,
  environment: string,
): GraphSlice {
  if (cards.size === 0 && edges.length === 0) return graph;
  const known = new Set(graph.components.map(({ id }) => id));
  const environments = new Set([environment, ...graph.components.map((card) => card.environment)]);
  const components = [
    ...graph.components.map((card) => cards.get(card.id) ?? card),
    ...[...cards.values()].filter((card) => !known.has(card.id) && environments.has(card.environment)),
  ];
  const shown = new Set(components.map(({ id }) => id));
  const keyOf = ({ from, to }: Edge) => dependencySelection(from, to);
  const there = new Set(graph.edges.map(keyOf));
  const added = edges.filter((edge) => !there.has(keyOf(edge)) && shown.has(edge.from) && shown.has(edge.to));
  return {
    ...graph,
    components,
    edges: [...graph.edges, ...added],
    total: graph.total + components.length - graph.components.length,
  };
}
