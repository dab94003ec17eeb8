import { type ComponentType, componentTypeSchema, deriveType, parseSubject } from '@karma/core';
import type { GraphReader, Store } from '@karma/store';
import type { z } from 'zod';
import type { catalogEntrySchema } from '../api/schemas/sources';
import type { View } from './views';

const MAX_CONFIGS = 500;

type CatalogEntry = z.infer<typeof catalogEntrySchema>;

/** The types of an environment, by name: those that a module describes, and those that are only used. */
export async function catalog(store: Store, { reader }: View, environment: string): Promise<CatalogEntry[]> {
  const summary = (await reader.summary()).find((row) => row.environment === environment);
  const counts = new Map(Object.entries(summary?.byType ?? {}));
  const described = await readTypes(store, environment);
  const names = new Set([...described.map(({ name }) => name), ...counts.keys()]);
  const byName = new Map(described.map((type) => [type.name, type]));
  return Promise.all(
    [...names].sort().map(async (name) => {
      const type = byName.get(name);
      const components = counts.get(name) ?? 0;
      if (type) return typeToEntry(type, components, 'module');
      return typeToEntry(await typeFromConfigs(store, reader, { environment, name }), components, 'derived');
    }),
  );
}

/** What the configs seen say of a type without a module. */
async function typeFromConfigs(
  store: Store,
  reader: GraphReader,
  { environment, name }: { readonly environment: string; readonly name: string },
): Promise<ComponentType> {
  const { components } = await reader.slice({ environment, types: [name], limit: MAX_CONFIGS });
  const contents = await store.log.contents(components.flatMap(({ declaration }) => declaration?.hash ?? []));
  return deriveType(name, contents.values());
}

async function readTypes(store: Store, environment: string): Promise<ComponentType[]> {
  const hashes: string[] = [];
  for await (const { subject, hash } of store.log.entries()) {
    const parsed = parseSubject(subject);
    if (parsed.kind === 'type' && parsed.environment === environment) hashes.push(hash);
  }
  const contents = await store.log.contents(hashes);
  return [...contents.values()].map((text) => componentTypeSchema.parse(JSON.parse(text)));
}

function typeToEntry(type: ComponentType, components: number, origin: CatalogEntry['origin']): CatalogEntry {
  return {
    type: type.name,
    description: type.description,
    components,
    origin,
    keys: type.keys.map((key) => ({
      pointer: key.pointer,
      type: key.type,
      required: key.required,
      default: key.default === undefined ? null : JSON.stringify(key.default),
    })),
    references: type.references.map(({ pointer, targetType, required }) => ({
      pointer,
      targetType,
      required,
    })),
    outputs: type.outputs.map(({ key }) => key),
    problems: type.problems.map((problem) => ({ ...problem })),
  };
}
