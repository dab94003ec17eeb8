import { parse, type Query, QueryError } from '@karma/query';

/** Stands for environments that a query does not say one by one: `env:*`, `not env:dev`. */
export const ANY_ENVIRONMENT = '*';

/** The query of a text; the error of a text that is none. */
export function readQuery(text: string): Query | QueryError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** The environments that a query names itself, as `env:prod` and `prod/vpc/main` do. None: it is asked in the one looked at. */
export function environmentsIn(text: string | undefined): readonly string[] {
  if (!text) return [];
  const query = readQuery(text);
  return query instanceof QueryError ? [] : [...new Set(namedIn(query))];
}

function namedIn(query: Query): string[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.terms.flatMap(namedIn);
    case 'not':
      return namedIn(query.term).map(() => ANY_ENVIRONMENT);
    case 'reach':
      return namedIn(query.of);
    case 'path':
      return [query.from, query.to].flatMap(namedIn);
    case 'field':
      if (query.field !== 'env') return [];
      return [query.operator === '!=' ? ANY_ENVIRONMENT : literal(query.value.text)];
    case 'word':
    case 'name':
      return ofId(query.pattern.text);
    case 'uses':
      return ofId(query.name.text);
    case 'all':
      return [];
  }
}

function ofId(text: string): string[] {
  const [environment = '', ...rest] = text.split('/');
  return rest.length === 2 ? [literal(environment)] : [];
}

const literal = (text: string) => (/[*?]/.test(text) ? ANY_ENVIRONMENT : text);
