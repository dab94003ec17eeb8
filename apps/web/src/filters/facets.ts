import type { Query } from '@karma/query';
import { choiceOf, fieldTerm, joinTerms, termsOf } from './terms';

/** What people choose from lists; the values of a tag are `key=value`. */
export const FACETS = ['type', 'status', 'finding', 'owner', 'tag'] as const;
export type Facet = (typeof FACETS)[number];

/** Stands for every kind of finding. */
export const ANY_FINDING = 'any';

/** The values of a facet that a query asks for. */
export function chosenIn(query: Query, facet: Facet): string[] {
  return termsOf(query).flatMap((term) => chosenBy(term, facet) ?? []);
}

/** The query with other values of a facet: any of them may hold, of tags any of each key. */
export function choose(query: Query, facet: Facet, values: readonly string[]): string | undefined {
  const others = termsOf(query).filter((term) => !chosenBy(term, facet));
  const groups = new Map<string, Query[]>();
  for (const value of values) {
    const [key, term] = termOf(facet, value);
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  const chosen = [...groups.values()].map((terms): Query => {
    const [only, ...more] = terms;
    return only && more.length === 0 ? only : { kind: 'or', terms };
  });
  return joinTerms([...others, ...chosen]);
}

function chosenBy(term: Query, facet: Facet): string[] | undefined {
  const choice = choiceOf(term);
  if (!choice) return undefined;
  const { field, key, values } = choice;
  if (facet === 'finding' && field === 'has' && values.every((value) => value === 'findings'))
    return [ANY_FINDING];
  if (field !== facet) return undefined;
  return values.map((value) => (key === null ? value : `${key}=${value}`));
}

/** Terms under the same word are alternatives. */
function termOf(facet: Facet, value: string): [string, Query] {
  if (facet === 'finding' && value === ANY_FINDING) return [value, fieldTerm('has', 'findings')];
  if (facet !== 'tag') return ['', fieldTerm(facet, value)];
  const [key = '', text = ''] = value.split(/=(.*)/s);
  return [key, fieldTerm('tag', text, { key })];
}
