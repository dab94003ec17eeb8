import type { Card } from '../api/types';

export interface Option {
  readonly value: string;
  /** How many components have it; `undefined` where it is not counted. */
  readonly count: number | undefined;
}

/** Most frequent first, then by name; the chosen ones too, even where nothing has them. */
export function byCount(
  counts: Readonly<Record<string, number>> = {},
  chosen: readonly string[] = [],
): Option[] {
  const all = { ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts };
  return Object.entries(all)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** The tags on the cards at hand, as `key=value`, and the chosen ones. */
export function tagOptions(cards: readonly Pick<Card, 'tags'>[], chosen: readonly string[]): Option[] {
  const counts: Record<string, number> = {};
  for (const { tags } of cards) {
    for (const [key, value] of Object.entries(tags)) {
      const tag = `${key}=${value}`;
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
  }
  return byCount(counts, chosen);
}
