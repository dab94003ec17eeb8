/** What a caller can do about it. */
export type ForgeProblem =
  | 'unreachable'
  | 'rate-limit'
  | 'unauthorised'
  | 'forbidden'
  | 'protected'
  | 'not-found'
  | 'conflict'
  | 'invalid';

/** The forge said no. The message says what to do. */
export class ForgeError extends Error {
  override readonly name: string = 'ForgeError';
  constructor(
    readonly problem: ForgeProblem,
    message: string,
    /** ISO 8601, when it is worth trying again. */
    readonly retryAt: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The base branch has other commits than the ones the draft was made for. */
export class MovedBaseError extends ForgeError {
  override readonly name = 'MovedBaseError';
  constructor(
    readonly branch: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(
      'conflict',
      `${branch} has moved on from ${expected.slice(0, 8)} to ${actual.slice(0, 8)} since this draft was made. Bring the draft up to date, then send it again.`,
    );
  }
}

/** Of two who send the same draft at the same time, this one came too late. */
export class SentElsewhereError extends ForgeError {
  override readonly name = 'SentElsewhereError';
  constructor(options?: ErrorOptions) {
    super(
      'conflict',
      'This draft was sent from elsewhere at the same time. Look at its proposal; send it again if something is missing there.',
      null,
      options,
    );
  }
}

/** The branch is there, and its pull request could not be opened: what is sent again finds the branch as its own. */
export class UnopenedError extends ForgeError {
  override readonly name = 'UnopenedError';
  constructor(
    cause: ForgeError,
    /** Of the branch. */
    readonly commit: string,
  ) {
    super(
      cause.problem,
      `The branch is written, its pull request is not open yet. ${cause.message}`,
      cause.retryAt,
      {
        cause,
      },
    );
  }
}
