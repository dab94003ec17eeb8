import {
  build,
  type ComponentId,
  type ComponentType,
  compileConventions,
  componentName,
  contentHash,
  createWorld,
  type Dependency,
  dependencyKey,
  type Graph,
  parseComponentId,
  subjects,
} from '@karma/core';
import { createDraft, type Draft, draftFiles, draftText } from '../draft/draft';
import { applyEdit, type Edit } from '../draft/history';
import { configPath, type Surroundings } from '../surroundings';

/** An organisation of a few texts and types, built by the real core, with one draft on it. */
export class TestOrganisation {
  draft: Draft = createDraft('d1', 'Test');
  readonly #git: ReadonlyMap<ComponentId, string>;
  readonly #types: ReadonlyMap<string, ComponentType>;

  constructor(
    configs: Readonly<Record<string, object | string>>,
    types: readonly Partial<ComponentType>[] = [],
  ) {
    this.#git = new Map(
      Object.entries(configs).map(([id, config]) => [
        idOf(id),
        typeof config === 'string' ? config : `${JSON.stringify(config, null, 2)}\n`,
      ]),
    );
    this.#types = new Map(types.map((type) => [type.name ?? '', { ...EMPTY_TYPE, ...type }]));
  }

  inGit = (id: ComponentId): string | null => this.#git.get(id) ?? null;

  do(edit: Edit): this {
    this.draft = applyEdit(this.draft, edit, this.inGit);
    return this;
  }

  get surroundings(): Surroundings {
    const { draft } = this;
    const texts = this.#texts();
    return {
      type: (_environment, type) => this.#types.get(type),
      conventions: () => compileConventions(null),
      text: (id) => draftText(draft, id) ?? (draftText(draft, id) === null ? null : this.inGit(id)),
      components: (environment) =>
        [...texts.keys()].filter((id) => componentName(id).environment === environment),
    };
  }

  /** The graph with the draft applied. */
  graph(): Graph {
    const contents = new Map<string, string>();
    const world = createWorld((hash) => contents.get(hash));
    const environments = new Set([...this.#texts().keys()].map((id) => componentName(id).environment));
    const entries = [
      ...[...this.#texts()].map(
        ([id, text]) => [subjects.declaration(componentName(id).environment, configPath(id)), text] as const,
      ),
      ...[...environments].flatMap((environment) =>
        [...this.#types.values()].map(
          (type) => [subjects.type(environment, type.name), JSON.stringify(type)] as const,
        ),
      ),
    ];
    const changes = entries.map(([subject, text]) => {
      const hash = contentHash(text);
      contents.set(hash, text);
      return { subject, hash };
    });
    const at = '2026-01-01T00:00:00.000Z';
    world.observe({ source: 'test', key: 'test:1', actor: null, at, message: '', observedAt: at, changes });
    return build(world).graph;
  }

  dependency(from: string, to: string): Dependency {
    const found = this.graph().dependencies.get(dependencyKey(idOf(from), idOf(to)));
    if (!found) throw new Error(`${from} does not depend on ${to}.`);
    return found;
  }

  /** The edges of the graph with the draft applied. */
  edges(): string[] {
    return [...this.graph().dependencies.values()].map(({ from, to }) => `${from} → ${to}`).sort();
  }

  #texts(): Map<ComponentId, string> {
    const texts = new Map(this.#git);
    for (const { id, after } of draftFiles(this.draft)) {
      if (after === null) texts.delete(id);
      else texts.set(id, after);
    }
    return texts;
  }
}

export function idOf(text: string): ComponentId {
  const id = parseComponentId(text);
  if (!id) throw new Error(`Not an id: ${text}`);
  return id;
}

const EMPTY_TYPE: ComponentType = {
  name: '',
  description: null,
  keys: [],
  references: [],
  outputs: [],
  outputsKnown: false,
  aliases: [],
  problems: [],
  files: [],
};
