/** One thing wrong in `karma.config.json`. */
export interface ConfigProblem {
  /** JSON Pointer; empty for the file as a whole. */
  readonly pointer: string;
  /** From 1; `null` when the file could not be read. */
  readonly line: number | null;
  /** What is wrong, what is allowed. */
  readonly message: string;
}

/** The configuration cannot be used; says everything that is wrong with it at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    readonly file: string,
    readonly problems: readonly ConfigProblem[],
  ) {
    super(
      problems
        .map(({ pointer, line, message }) => {
          const place = line === null ? file : `${file}:${line}`;
          return `${place}${pointer === '' ? '' : ` at ${pointer}`}: ${message}`;
        })
        .join('\n'),
    );
  }
}
