import {
  compareText,
  componentTypeSchema,
  environmentSettingsSchema,
  isProduction,
  parseSubject,
  subjects,
  type World,
} from '@karma/core';
import type { Present } from '@karma/ingest';
import type { z } from 'zod';
import type { workbenchSchema } from '../api/schemas/plan';
import { headToAnswer } from '../view/mappings';

/** What the editor needs to know of one environment: its types, its conventions, what kind of place it is. */
export function workbench(
  { world, built, head }: Present,
  environment: string,
): z.infer<typeof workbenchSchema> {
  const settings = textOf(world, subjects.environment(environment));
  const types = [...world.subjects()].flatMap((subject) => {
    const parsed = parseSubject(subject);
    const text = parsed.kind === 'type' && parsed.environment === environment ? textOf(world, subject) : null;
    return text === null ? [] : [componentTypeSchema.parse(JSON.parse(text))];
  });
  return {
    head: headToAnswer(head),
    environment,
    components: [...built.graph.components.values()]
      .filter((component) => component.environment === environment && component.status !== 'missing')
      .map(({ id }) => id)
      .sort(compareText),
    types: types.sort((a, b) => (a.name < b.name ? -1 : 1)),
    conventions: textOf(world, subjects.conventions(environment)),
    isProduction: isProduction(environment),
    isAbstract: settings !== null && environmentSettingsSchema.parse(JSON.parse(settings)).abstract,
  };
}

function textOf(world: World, subject: Parameters<World['entry']>[0]): string | null {
  const entry = world.entry(subject);
  return entry ? world.content(entry.hash) : null;
}
