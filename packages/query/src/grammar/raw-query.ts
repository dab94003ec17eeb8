import type { Operator, Pattern, Span } from '../ast';

/** What the grammar gives: as written, with parentheses, names of fields not yet looked at. */
export type RawQuery =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly RawQuery[] }
  | { readonly kind: 'not'; readonly term: RawQuery }
  | { readonly kind: 'group'; readonly of: RawQuery }
  | { readonly kind: 'word'; readonly pattern: Pattern; readonly span: Span }
  | RawField
  | {
      readonly kind: 'reach';
      readonly upstream: number | null;
      readonly downstream: number | null;
      readonly of: RawQuery;
    }
  | { readonly kind: 'path'; readonly from: RawQuery; readonly to: RawQuery }
  | { readonly kind: 'uses'; readonly name: Pattern; readonly output: Pattern | null; readonly span: Span };

export interface RawField {
  readonly kind: 'field';
  readonly name: string;
  readonly key: string | null;
  readonly operator: Operator;
  readonly value: Pattern;
  readonly span: Span;
}
