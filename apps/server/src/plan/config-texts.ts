import { type ComponentId, componentName, subjects } from '@karma/core';
import type { Present } from '@karma/ingest';
import type { DraftText } from './draft-edits';

/** The config files of components as Git has them, `null` where there is none; those of all their parents too. */
export function configTexts(
  { world, built }: Pick<Present, 'world' | 'built'>,
  ids: readonly ComponentId[],
): DraftText[] {
  const all = new Set(ids);
  for (const id of ids) for (const parent of built.graph.components.get(id)?.parents ?? []) all.add(parent);
  return [...all].map((id) => {
    const entry = world.entry(subjects.declaration(componentName(id).environment, `iac/${id}/config.json`));
    return { id, text: entry ? world.content(entry.hash) : null };
  });
}
