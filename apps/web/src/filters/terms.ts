import { type FieldName, type FieldTerm, type Operator, parse, print, type Query } from '@karma/query';

/** What must all hold in a query, one by one: each is a chip. */
export function termsOf(query: Query): readonly Query[] {
  if (query.kind === 'all') return [];
  return query.kind === 'and' ? query.terms : [query];
}

/** The text of terms that must all hold; `undefined` for none. */
export function joinTerms(terms: readonly Query[]): string | undefined {
  const [first, ...rest] = terms;
  if (!first) return undefined;
  return print(rest.length === 0 ? first : { kind: 'and', terms });
}

const NOWHERE = { start: 0, end: 0 };

/** A term on a field, its value as it is: `*` and `?` mean themselves. */
export function fieldTerm(
  field: FieldName,
  value: string,
  { key = null, operator = ':' }: { key?: string | null; operator?: Operator } = {},
): FieldTerm {
  return {
    kind: 'field',
    field,
    key,
    operator,
    value: { text: value, isQuoted: /[*?]/.test(value) },
    span: NOWHERE,
  };
}

/** The query that one field asks: `status:orphaned`. */
export const fieldQuery = (field: FieldName, value: string) => print(fieldTerm(field, value));

/** The values of a term that says which values a field may have: `a`, or `a or b`; `undefined` for any other term. */
export function choiceOf(
  term: Query,
):
  | { readonly field: FieldName; readonly key: string | null; readonly values: readonly string[] }
  | undefined {
  const alternatives = term.kind === 'or' ? term.terms : [term];
  const [first] = alternatives;
  if (first?.kind !== 'field') return undefined;
  const { field, key } = first;
  const values = alternatives.flatMap((one) =>
    one.kind === 'field' && one.field === field && one.key === key && isPlain(one) ? [one.value.text] : [],
  );
  return values.length === alternatives.length ? { field, key, values } : undefined;
}

function isPlain({ operator, value }: FieldTerm): boolean {
  return (operator === ':' || operator === '=') && (value.isQuoted || !/[*?]/.test(value.text));
}

/** Puts a term in, or takes it out where it is in already. */
export function toggleTerm(query: Query, term: string): string | undefined {
  const wanted = print(parse(term));
  const terms = termsOf(query);
  const others = terms.filter((other) => print(other) !== wanted);
  return joinTerms(others.length < terms.length ? others : [...terms, parse(term)]);
}

/** Puts a term in place of all on the same field; `undefined` takes those away. */
export function replaceField(query: Query, field: FieldName, term: string | undefined): string | undefined {
  const others = termsOf(query).filter((other) => !(other.kind === 'field' && other.field === field));
  return joinTerms(term === undefined ? others : [...others, parse(term)]);
}
