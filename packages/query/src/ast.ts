import type { FieldName } from './fields';

/** A part of a text: offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text to match. Where it is not quoted, `*` stands for any characters and `?` for one. */
export interface Pattern {
  readonly text: string;
  readonly isQuoted: boolean;
}

export const OPERATORS = [':', '=', '!=', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

/** `env:prod`, `tag.Owner:payments`, `config.timeout>10`. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly field: FieldName;
  /** What follows the dot, where the field has keys. */
  readonly key: string | null;
  readonly operator: Operator;
  readonly value: Pattern;
  readonly span: Span;
}

/** `api`, `lambda/api` or `prod/lambda/api`, where a component is meant rather than a part of an id. */
export interface NameTerm {
  readonly kind: 'name';
  readonly pattern: Pattern;
  readonly span: Span;
}

/** A component, and the direct consumers of it, or of one of its outputs. */
export interface UsesTerm {
  readonly kind: 'uses';
  readonly name: Pattern;
  readonly output: Pattern | null;
  readonly span: Span;
}

/** A question of the filter language; its answer is a set of components. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Query[] }
  | { readonly kind: 'not'; readonly term: Query }
  /** Part of an id. */
  | { readonly kind: 'word'; readonly pattern: Pattern; readonly span: Span }
  | NameTerm
  | FieldTerm
  | {
      readonly kind: 'reach';
      /** Number of steps, `Infinity` for all; `null`: not in this direction. */
      readonly upstream: number | null;
      readonly downstream: number | null;
      readonly of: Query;
    }
  | { readonly kind: 'path'; readonly from: Query; readonly to: Query }
  | UsesTerm;
