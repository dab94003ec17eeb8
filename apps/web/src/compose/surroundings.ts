import {
  type CompiledConventions,
  type ComponentId,
  type ComponentType,
  compileConventions,
  componentName,
  parseConfig,
  parseConventions,
} from '@karma/core';
import { type Draft, draftFiles, draftText, parentOf, type Surroundings } from '@karma/editor';
import { create } from 'zustand';
import { trpcClient } from '../api/client';
import type { Workbench } from '../api/types';

/** Of one type, as many siblings are looked at as tell what they agree on. */
const SIBLINGS = 40;

interface KnownEnvironment {
  readonly types: ReadonlyMap<string, ComponentType>;
  readonly conventions: CompiledConventions;
  readonly components: readonly ComponentId[];
  readonly isProduction: boolean;
  readonly isAbstract: boolean;
}

/** What was read of the server so far, for the editor to look things up in. */
export interface Known {
  readonly environments: ReadonlyMap<string, KnownEnvironment>;
  /** Texts as Git has them, `null` where there is no file. */
  readonly texts: ReadonlyMap<ComponentId, string | null>;
}

export const useKnown = create<Known>(() => ({ environments: new Map(), texts: new Map() }));

function workbenchToEnvironment(workbench: Workbench): KnownEnvironment {
  const parsed = workbench.conventions === null ? null : parseConventions(workbench.conventions);
  return {
    ...workbench,
    types: new Map(workbench.types.map((type) => [type.name, type])),
    conventions: compileConventions(parsed?.ok ? parsed.conventions : null),
  };
}

/** Reads the types, conventions and components of environments that are not known yet. */
export async function loadEnvironments(names: Iterable<string>): Promise<void> {
  const { environments } = useKnown.getState();
  const unknown = [...new Set(names)].filter((name) => !environments.has(name));
  await Promise.all(unknown.map(readEnvironment));
}

async function readEnvironment(environment: string): Promise<void> {
  const workbench = await trpcClient.workbench.query({ environment });
  useKnown.setState(({ environments }) => ({
    environments: new Map([...environments, [environment, workbenchToEnvironment(workbench)]]),
  }));
}

async function readTexts(ids: readonly ComponentId[]): Promise<void> {
  if (ids.length === 0) return;
  const { texts } = await trpcClient.configTexts.mutate({ ids: [...ids] });
  useKnown.setState((known) => ({
    texts: new Map([...known.texts, ...texts.map(({ id, text }) => [id, text] as const)]),
  }));
}

/** Reads what the editor needs to work on components: their texts, those of their parents and of siblings. */
export async function loadSurroundings(ids: readonly ComponentId[]): Promise<void> {
  await loadEnvironments(ids.map((id) => componentName(id).environment));
  const { environments, texts } = useKnown.getState();
  const wanted = new Set(ids);
  for (const id of ids) {
    const { environment, type } = componentName(id);
    const siblings = environments
      .get(environment)
      ?.components.filter((other) => componentName(other).type === type);
    for (const sibling of siblings?.slice(0, SIBLINGS) ?? []) wanted.add(sibling);
  }
  await readTexts([...wanted].filter((id) => !texts.has(id)));
}

/** Reads the parents that a draft's own texts name: an overlay that it creates is in no graph yet. */
export async function loadParents(draft: Draft): Promise<void> {
  const parents = draftFiles(draft).flatMap(({ id, after }) => {
    const parsed = after === null ? null : parseConfig(after);
    return (parsed?.ok && parentOf(id, parsed.config)) || [];
  });
  await loadSurroundings(parents);
}

/** Reads everything again that is known, after the graph has moved on. */
export async function reloadSurroundings(): Promise<void> {
  const { environments, texts } = useKnown.getState();
  await Promise.all([...[...environments.keys()].map(readEnvironment), readTexts([...texts.keys()])]);
}

const made = new WeakMap<Draft, { readonly known: Known; readonly surroundings: Surroundings }>();

/** What is known, with the draft's own texts over Git's: the same object as long as both are the same. */
export function surroundingsOf(known: Known, draft: Draft): Surroundings {
  const before = made.get(draft);
  if (before?.known === known) return before.surroundings;
  const surroundings = makeSurroundings(known, draft);
  made.set(draft, { known, surroundings });
  return surroundings;
}

function makeSurroundings({ environments, texts }: Known, draft: Draft): Surroundings {
  const files = draftFiles(draft);
  const created = files.flatMap(({ id, before }) => (before === null ? [id] : []));
  const deleted = new Set(files.flatMap(({ id, after }) => (after === null ? [id] : [])));
  const lists = new Map<string, readonly ComponentId[]>();
  const list = (environment: string) => {
    const all = [...(environments.get(environment)?.components ?? [])].filter((id) => !deleted.has(id));
    const known = new Set(all);
    const own = created.filter((id) => !known.has(id) && componentName(id).environment === environment);
    return [...all, ...own];
  };
  return {
    type: (environment, type) => environments.get(environment)?.types.get(type),
    conventions: (environment) => environments.get(environment)?.conventions ?? SHIPPED,
    text: (id) => {
      const own = draftText(draft, id);
      return own === undefined ? (texts.get(id) ?? null) : own;
    },
    components(environment) {
      const found = lists.get(environment) ?? list(environment);
      lists.set(environment, found);
      return found;
    },
  };
}

const SHIPPED = compileConventions(null);
