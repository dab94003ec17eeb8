import type { VisibleComponent } from './types';

/** What components can be grouped by, beside the value of a tag (`tag.<key>`). */
export const DIMENSIONS = ['environment', 'type', 'owner', 'placement', 'cluster'] as const;

export type Dimension = (typeof DIMENSIONS)[number] | `tag.${string}`;

/** By what components stand together, outermost first; not at all when empty. */
export type Grouping = readonly Dimension[];

/** Levels of groups within groups. */
export const MOST_LEVELS = 2;

const isTag = (word: string): word is `tag.${string}` => word.startsWith('tag.') && word.length > 4;

/** Reads `owner`, `tag.team` …; `undefined` when it is none of them. */
export function parseDimension(word: string): Dimension | undefined {
  return isTag(word) ? word : DIMENSIONS.find((dimension) => dimension === word);
}

/** For people: `type`, `tag team`. */
export function dimensionName(dimension: Dimension): string {
  return dimension.replace('.', ' ');
}

/** In which group of a dimension a component is: a value that tells groups apart, or `null` when it has none. */
export function groupValue(
  component: VisibleComponent,
  dimension: Dimension,
  cluster: string | null,
): string | null {
  switch (dimension) {
    case 'environment':
    case 'type':
    case 'owner':
      return component[dimension];
    case 'placement':
      return component.placements.length === 0 ? null : [...component.placements].sort().join(' + ');
    case 'cluster':
      return cluster;
    default:
      return component.tags[dimension.slice('tag.'.length)] ?? null;
  }
}

/** What people call the group of a value. */
export function groupName(value: string | null, dimension: Dimension): string {
  if (value === null) return dimension === 'cluster' ? 'not connected' : `no ${dimensionName(dimension)}`;
  return value;
}
