/** The words of one graph, for completion; each list in the order in which it is to be offered. */
export interface Vocabulary {
  readonly environments: readonly string[];
  readonly types: readonly string[];
  readonly owners: readonly string[];
  readonly placements: readonly string[];
  /** Values by key. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** `<type>/<nickname>`. */
  readonly names: readonly string[];
  /** Dotted paths. */
  readonly configPaths: readonly string[];
  readonly outputs: readonly string[];
}

/** The vocabulary of rows, and what payloads add to it. */
export function vocabularyOf(
  rows: Iterable<Words>,
  payloads: Pick<Vocabulary, 'configPaths' | 'outputs'>,
): Vocabulary {
  const words = { environments: new Set<string>(), types: new Set<string>(), owners: new Set<string>() };
  const placements = new Set<string>();
  const names = new Set<string>();
  const tags = new Map<string, Set<string>>();
  for (const row of rows) {
    words.environments.add(row.environment);
    words.types.add(row.type);
    if (row.owner !== null) words.owners.add(row.owner);
    for (const { id, name } of row.placements) placements.add(id).add(name);
    names.add(`${row.type}/${row.nickname}`);
    for (const [key, value] of Object.entries(row.tags))
      tags.set(key, (tags.get(key) ?? new Set()).add(value));
  }
  return {
    environments: sorted(words.environments),
    types: sorted(words.types),
    owners: sorted(words.owners),
    placements: sorted(placements),
    names: sorted(names),
    tags: Object.fromEntries(sorted(tags.keys()).map((key) => [key, sorted(tags.get(key) ?? [])])),
    ...payloads,
  };
}

interface Words {
  readonly environment: string;
  readonly type: string;
  readonly nickname: string;
  readonly owner: string | null;
  readonly placements: readonly { readonly id: string; readonly name: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

function sorted(words: Iterable<string>): string[] {
  return [...words].sort();
}
