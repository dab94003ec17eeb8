import { type ComponentId, type ComponentType, componentName } from '@karma/core';

/** What a type needs and gives, in few words. */
export interface TypeEntry {
  readonly name: string;
  readonly description: string | null;
  /** Types that it refers to, required ones first. */
  readonly needs: readonly { readonly type: string; readonly required: boolean }[];
  readonly publishes: readonly string[];
}

export function typeToEntry({ name, description, references, outputs }: ComponentType): TypeEntry {
  const needs = new Map<string, boolean>();
  for (const { targetType, required } of references)
    needs.set(targetType, required || needs.get(targetType) === true);
  return {
    name,
    description,
    needs: [...needs]
      .map(([type, required]) => ({ type, required }))
      .sort((a, b) => Number(b.required) - Number(a.required) || (a.type < b.type ? -1 : 1)),
    publishes: outputs.map(({ key }) => key),
  };
}

/** Types that a search names: by their name, by what they need, or by what they publish; those by name first. */
export function findTypes(entries: readonly TypeEntry[], text: string): readonly TypeEntry[] {
  const words = text.trim().toLowerCase();
  if (words === '') return entries;
  const byName = entries.filter(({ name }) => name.toLowerCase().includes(words));
  const byPorts = entries.filter(
    (entry) =>
      !byName.includes(entry) &&
      [...entry.needs.map(({ type }) => type), ...entry.publishes].some((word) =>
        word.toLowerCase().includes(words),
      ),
  );
  return [...byName, ...byPorts];
}

/** Components whose name holds all of a search. */
export function findComponents(ids: readonly ComponentId[], text: string): readonly ComponentId[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  return ids.filter((id) => {
    const { type, nickname } = componentName(id);
    const name = `${type}/${nickname}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
