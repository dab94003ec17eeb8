import type { FieldName, Pattern, Query } from '@karma/query';
import type { z } from 'zod';
import type { graphInputSchema } from '../api/schemas/graph';
import type { Focus } from '../view/neighbourhood';

type Filter = Pick<
  z.infer<typeof graphInputSchema>,
  'environment' | 'types' | 'statuses' | 'tags' | 'owner' | 'findings' | 'text'
>;

const NOWHERE = { start: 0, end: 0 };

/** The filters of `graph` in the filter language, to be met together. */
export function filterToQuery(filter: Filter): Query {
  const { environment, types, statuses, tags, owner, findings, text } = filter;
  const terms: Query[] = [];
  const oneOf = (field: FieldName, values: readonly string[]) =>
    terms.push({ kind: 'or', terms: values.map((value) => is(field, value)) });
  if (environment !== undefined) terms.push(is('env', environment));
  if (types) oneOf('type', types);
  if (statuses) oneOf('status', statuses);
  if (owner !== undefined) terms.push(is('owner', owner));
  if (findings?.length === 0) terms.push(is('has', 'findings'));
  else if (findings) oneOf('finding', findings);
  for (const tag of tags ?? []) {
    const [key = '', value] = tag.split(/=(.*)/s);
    terms.push(value === undefined ? like('tag', '*', key) : { ...is('tag', value), key });
  }
  if (text !== undefined)
    terms.push({ kind: 'or', terms: [like('name', `*${text}*`), like('type', `*${text}*`)] });
  return { kind: 'and', terms: [{ kind: 'all' }, ...terms] };
}

/** A query asked within an environment: its paths begin and end there. */
export function withinEnvironment(query: Query, environment: string): Query {
  const within = (inner: Query) => withinEnvironment(inner, environment);
  switch (query.kind) {
    case 'and':
    case 'or':
      return { kind: query.kind, terms: query.terms.map(within) };
    case 'not':
      return { kind: 'not', term: within(query.term) };
    case 'reach':
      return { ...query, of: within(query.of) };
    case 'path': {
      const end = (inner: Query): Query => ({ kind: 'and', terms: [is('env', environment), within(inner)] });
      return { kind: 'path', from: end(query.from), to: end(query.to) };
    }
    default:
      return query;
  }
}

/** What lies around a component and is asked for, and the component itself. */
export function queryAround({ id, upstream, downstream }: Focus, query: Query): Query {
  const start: Query = { kind: 'name', pattern: { text: id, isQuoted: true }, span: NOWHERE };
  const around: Query = { kind: 'reach', upstream, downstream, of: start };
  return { kind: 'and', terms: [around, { kind: 'or', terms: [start, query] }] };
}

function is(field: FieldName, text: string) {
  return term(field, '=', { text, isQuoted: true }, null);
}

function like(field: FieldName, text: string, key: string | null = null) {
  return term(field, ':', { text, isQuoted: false }, key);
}

function term(field: FieldName, operator: ':' | '=', value: Pattern, key: string | null) {
  return { kind: 'field' as const, field, key, operator, value, span: NOWHERE };
}
