import type { Certainty, ElementId } from '@karma/core';
import type { ImpactAnswer, PathAnswer } from '../api/types';
import { dependencySelection, type Selection } from '../app/view';
import type { Adjacency } from './adjacency';

/** How a card or an arrow is drawn while something is traced. What has no role fades. */
export type Role = 'self' | 'upstream' | 'downstream' | 'both' | 'path' | Certainty;

/** What is traced: roles by component id and by `<from>~<to>`. Everything else fades. */
export interface Emphasis {
  readonly components: ReadonlyMap<string, Role>;
  readonly edges: ReadonlyMap<string, Role>;
  /** What becomes of everything else; absent: it fades. */
  readonly rest?: 'plain';
  /** Steps from the start of the blast radius. */
  readonly distances?: ReadonlyMap<string, number>;
}

/** Everything upstream and everything downstream of a component, all the way; a cycle's members are both. */
export function traceComponent(id: ElementId, adjacency: Adjacency): Emphasis {
  const components = new Map<string, Role>();
  const edges = new Map<string, Role>();
  for (const direction of ['upstream', 'downstream'] as const) {
    const reached = new Set<ElementId>([id]);
    for (const current of reached) {
      for (const { id: next, arrow } of adjacency[direction].get(current) ?? []) {
        reached.add(next);
        edges.set(arrow, edges.has(arrow) ? 'both' : direction);
      }
    }
    for (const other of reached) components.set(other, components.has(other) ? 'both' : direction);
  }
  components.set(id, 'self');
  return { components, edges };
}

/** One dependency and its two ends. */
export function traceDependency({ from, to }: Extract<Selection, { kind: 'dependency' }>): Emphasis {
  return {
    components: new Map([
      [from, 'downstream'],
      [to, 'upstream'],
    ]),
    edges: new Map([[dependencySelection(from, to), 'self']]),
  };
}

/** The blast radius: each component, and the step that reaches it, by how certain it is that the change does. */
export function traceImpact(impact: Pick<ImpactAnswer, 'start' | 'items'>): Emphasis {
  const components = new Map<string, Role>(impact.items.map((item) => [item.card.id, item.certainty]));
  components.set(impact.start, 'self');
  const edges = new Map<string, Role>(
    impact.items.map(({ card, via, certainty }) => [dependencySelection(card.id, via), certainty]),
  );
  const distances = new Map(impact.items.map((item) => [item.card.id, item.distance]));
  return { components, edges, distances };
}

export function tracePath(path: NonNullable<PathAnswer['path']>): Emphasis {
  return {
    components: new Map(path.components.map((card) => [card.id, 'path'])),
    edges: new Map(path.dependencies.map(({ from, to }) => [dependencySelection(from, to), 'path'])),
  };
}
