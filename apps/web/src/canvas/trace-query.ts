import type { ComponentId } from '@karma/core';
import { type Query, QueryError } from '@karma/query';
import type { GraphSlice } from '../api/types';
import { readQuery } from '../app/scope';
import { dependencySelection } from '../app/view';
import type { Adjacency } from './adjacency';
import { type Emphasis, traceComponent } from './emphasis';

/**
 * What the answer of a query is about: the path of `path(a, b)`; of `+name+` and `uses(name)`, which one it starts from. `null` where
 * nothing in the answer stands out.
 */
export function traceQuery(
  text: string | undefined,
  graph: Pick<GraphSlice, 'components' | 'edges'>,
  adjacency: Adjacency,
): Emphasis | null {
  const query = readQuery(text ?? '');
  if (query instanceof QueryError) return null;
  if (query.kind === 'path')
    return {
      components: new Map(graph.components.map(({ id }) => [id, 'path'])),
      edges: new Map(graph.edges.map(({ from, to }) => [dependencySelection(from, to), 'path'])),
    };
  const name = startOf(query);
  const start = name === undefined ? undefined : onlyNamed(name.toLowerCase(), graph);
  return start === undefined ? null : traceComponent(start, adjacency);
}

/** The name of what a traversal starts from. */
function startOf(query: Query): string | undefined {
  if (query.kind === 'uses') return query.name.text;
  return query.kind === 'reach' && query.of.kind === 'name' ? query.of.pattern.text : undefined;
}

function onlyNamed(name: string, { components }: Pick<GraphSlice, 'components'>): ComponentId | undefined {
  const [only, ...others] = components.filter(({ id, type, nickname }) =>
    [id, `${type}/${nickname}`, nickname].some((candidate) => candidate.toLowerCase() === name),
  );
  return others.length === 0 ? only?.id : undefined;
}
