/** Tag keys that are offered. */
const MOST = 6;

/** The keys that most components carry a tag of, most first, then by name. */
export function tagKeysOf(
  components: Iterable<{ readonly tags: Readonly<Record<string, string>> }>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of components)
    for (const key of Object.keys(tags)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([key]) => key);
}
