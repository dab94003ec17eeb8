/** A value in HCL, as far as its meaning matters to us. Lines count from 1. */
export type Expression = { readonly line: number } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A string with parts filled in; also heredocs. */
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'variable'; readonly name: string }
  /** `of.name`, `of[key]`, `of[*]`. */
  | { readonly kind: 'access'; readonly of: Expression; readonly steps: readonly AccessStep[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
    }
  | {
      readonly kind: 'for';
      /** One name, or key and value. */
      readonly names: readonly string[];
      readonly collection: Expression;
      /** Of an object; a list has none. */
      readonly key: Expression | undefined;
      readonly value: Expression;
      readonly condition: Expression | undefined;
    }
);

export type AccessStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Expression }
  | { readonly kind: 'splat' };

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly line: number;
}

export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Block extends Body {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
}

/** One `.tf` file: what could be understood of it, and the first thing that could not. */
export interface ParsedFile extends Body {
  /** The comment that it opens with, without markers; empty when there is none. */
  readonly comment: string;
  readonly error: { readonly line: number; readonly message: string } | undefined;
}
