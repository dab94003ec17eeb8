import type { RawQuery } from './raw-query';

export interface Expectation {
  readonly type: 'literal' | 'class' | 'other' | 'end' | 'any';
  /** Of a literal. */
  readonly text?: string;
  /** Of a rule with a name. */
  readonly description?: string;
}

declare class GrammarError extends Error {
  readonly expected: readonly Expectation[] | null;
  readonly location: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

export { GrammarError as SyntaxError };

/** @throws SyntaxError */
export function parse(text: string): RawQuery;
