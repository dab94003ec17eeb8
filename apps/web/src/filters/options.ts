import type { Card } from '../api/types';

export interface Option {
  readonly value: string;
  /** How many components have it; `undefined` where it is not counted. */
  readonly count: number | undefined;
}

/** Most frequent first, then by name. */
export function byCount(counts: Readonly<Record<string, number>> = {}): Option[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** The tags on the cards at hand, as `key=value`, and the chosen ones even where no card has them. */
export function tagOptions(cards: readonly Pick<Card, 'tags'>[], chosen: readonly string[] = []): Option[] {
  const counts: Record<string, number> = Object.fromEntries(chosen.map((tag) => [tag, 0]));
  for (const { tags } of cards) {
    for (const [key, value] of Object.entries(tags)) {
      const tag = `${key}=${value}`;
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
  }
  return byCount(counts);
}
