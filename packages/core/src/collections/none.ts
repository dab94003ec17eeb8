/** The one empty list: a graph holds a great many of them. */
export const NONE: readonly never[] = [];

export function orNone<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? NONE : items;
}
