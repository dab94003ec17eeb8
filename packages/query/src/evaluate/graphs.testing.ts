import { componentName, type Dependency, parseComponentId, topologyOf } from '@karma/core';
import type { QueryContext, QueryRow } from './context';
import { LeafReader, NO_LEAVES } from './leaves';

export const NOW = Date.UTC(2026, 10, 21, 12);

interface TestComponent extends Partial<QueryRow> {
  readonly config?: unknown;
  readonly outputs?: unknown;
}

type TestEdge = Partial<Pick<Dependency, 'confidence' | 'ambiguous' | 'consumes'>>;

/** A graph of components by id, and dependencies written as `'consumer > provider'`. */
export function contextOf(
  components: Readonly<Record<string, TestComponent>>,
  edges: Readonly<Record<string, TestEdge>> | readonly string[] = [],
): QueryContext {
  const ids = Object.keys(components).map(idOf);
  const named = Array.isArray(edges)
    ? edges.map((text: string) => [text, {}] as const)
    : Object.entries(edges);
  const dependencies = named.map(([text, rest]: readonly [string, TestEdge]) => {
    const [from = '', to = ''] = text.split(' > ');
    const defaults = { confidence: 'declared', ambiguous: false, consumes: 'all' } as const;
    return { ...defaults, ...rest, from: idOf(from), to: idOf(to) };
  });
  const topology = topologyOf({ components: ids, dependencies });
  const leaves = new LeafReader();
  const payload = (key: 'config' | 'outputs') =>
    ids.map((id) => (components[id]?.[key] === undefined ? NO_LEAVES : leaves.read(components[id][key])));
  const configs = payload('config');
  const outputs = payload('outputs');
  const rows = ids.map((id): QueryRow => {
    const { config, outputs, ...row } = components[id] ?? {};
    return { ...BARE, ...componentName(id), id, ...row };
  });
  return {
    now: NOW,
    topology,
    row: (ordinal) => rows[ordinal],
    paths: leaves.paths,
    config: (ordinal) => configs[ordinal] ?? NO_LEAVES,
    outputs: (ordinal) => outputs[ordinal] ?? NO_LEAVES,
  };
}

const BARE = {
  status: 'deployed',
  owner: null,
  tags: {},
  abstract: false,
  placements: [],
  findings: [],
  changedAt: null,
} as const;

function idOf(text: string) {
  const id = parseComponentId(text);
  if (id === undefined) throw new Error(`${text} is not an id`);
  return id;
}
