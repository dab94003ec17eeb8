import {
  type CompiledConventions,
  type ComponentId,
  type ComponentType,
  type ConfigLayer,
  componentId,
  componentName,
  EXTENDS,
  effectiveConfig,
  type JsonObject,
  parseComponentId,
  parseConfig,
} from '@karma/core';

/** What commands look things up in: the graph’s surroundings of a draft, with the draft’s own texts over Git’s. A snapshot: it never answers otherwise. */
export interface Surroundings {
  /** What a type offers in an environment; `undefined` when nothing is known of it. */
  type(environment: string, type: string): ComponentType | undefined;
  conventions(environment: string): CompiledConventions;
  /** Text of a component's config as the draft has it, `null` where there is no file. */
  text(id: ComponentId): string | null;
  /** Every component that exists in an environment with the draft applied, ghosts left out. */
  components(environment: string): readonly ComponentId[];
}

/** Path of a component's config in the config repo. Its parts are valid segments, so that none leaves `iac/`. */
export function configPath(id: ComponentId): string {
  return `iac/${id}/config.json`;
}

/** The parent that a config names, as an id; `null` when it names none. */
export function parentOf(id: ComponentId, config: JsonObject): ComponentId | null {
  const named = config[EXTENDS];
  if (typeof named !== 'string') return null;
  const full = named.split('/').length === 2 ? `${componentName(id).environment}/${named}` : named;
  return parseComponentId(full) ?? null;
}

/** A component's file and those that it inherits from, nearest first; a cycle ends the chain. */
export function layersOf(id: ComponentId, { text }: Pick<Surroundings, 'text'>): ConfigLayer[] {
  const layers: ConfigLayer[] = [];
  let next: ComponentId | null = id;
  while (next !== null && !layers.some(({ component }) => component === next)) {
    const content: string | null = text(next);
    if (content === null) break;
    layers.push({ component: next, file: configPath(next), text: content });
    const parsed = parseConfig(content);
    next = parsed.ok ? parentOf(next, parsed.config) : null;
  }
  return layers;
}

/** The config that a component really has, with the draft's texts. */
export function configOf(id: ComponentId, surroundings: Pick<Surroundings, 'text'>): JsonObject {
  return effectiveConfig(layersOf(id, surroundings)).config;
}

/** The components of one type in an environment, other than `id`. */
export function siblingsOf(id: ComponentId, surroundings: Surroundings): ComponentId[] {
  const { environment, type } = componentName(id);
  return surroundings
    .components(environment)
    .filter((other) => other !== id && componentName(other).type === type);
}

/** The same component in another environment. */
export function inEnvironment(id: ComponentId, environment: string): ComponentId {
  const { type, nickname } = componentName(id);
  return componentId(environment, type, nickname);
}

/** The surroundings after some files were written; `null` deletes. */
export function withFiles(
  surroundings: Surroundings,
  files: ReadonlyMap<ComponentId, string | null>,
): Surroundings {
  return { ...surroundings, text: (id) => (files.has(id) ? (files.get(id) ?? null) : surroundings.text(id)) };
}
