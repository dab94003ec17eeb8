import { type ComponentId, componentName, type Grouping, visibleGraph } from '@karma/core';
import type { GraphSlice } from '../api/types';

/** A line above components: of a group, or of one within another. */
export interface TreeGroup {
  readonly key: string;
  readonly label: string;
}

/** The groups that a component is in, outermost first. */
export type WayTo = (id: ComponentId) => readonly TreeGroup[];

export const SEPARATOR = '>';

/** By environment, then by type. */
export const byType: WayTo = (id) => {
  const { environment, type } = componentName(id);
  return [
    { key: environment, label: environment },
    { key: `${environment}${SEPARATOR}${type}`, label: type },
  ];
};

/** The groups of the map, where people chose some; else by environment and type. */
export function wayIn(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  grouping: Grouping,
): WayTo {
  if (grouping.length === 0) return byType;
  const { groups, pathOf } = visibleGraph(
    { components, dependencies: edges },
    { grouping, opening: { shut: new Set() } },
  );
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return (id) => pathOf(id).map((key) => ({ key, label: names.get(key) ?? key }));
}
