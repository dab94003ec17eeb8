/** A text that is not a query: where, what is wrong, what may stand there, and what was probably meant. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** What is wrong, without what was probably meant. */
  readonly reason: string;
  /** Offset of the first character in question. */
  readonly start: number;
  /** Exclusive; the same as `start` at the end of the text. */
  readonly end: number;
  /** What may stand there, for people. */
  readonly expected: readonly string[];
  /** What to put in place of the text from `start` to `end`. */
  readonly suggestion: string | null;

  constructor(
    reason: string,
    at: { readonly start: number; readonly end: number },
    { expected = [], suggestion = null }: Partial<Pick<QueryError, 'expected' | 'suggestion'>> = {},
  ) {
    super(suggestion === null ? reason : `${reason} Did you mean ${suggestion}?`);
    this.reason = reason;
    this.start = at.start;
    this.end = at.end;
    this.expected = expected;
    this.suggestion = suggestion;
  }
}
