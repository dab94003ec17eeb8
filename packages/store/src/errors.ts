import type { Head } from './ports';

/** Another holder has the right to write. Wait until it expires, or for the holder to release it. */
export class LeaseHeldError extends Error {
  override readonly name = 'LeaseHeldError';
  constructor(
    readonly holder: string,
    readonly expiresAt: string,
  ) {
    super(`${holder} is writing; its lease expires at ${expiresAt}. Try again then.`);
  }
}

/** The lease is no longer the current one: someone else may have written since. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
  constructor(
    readonly token: number,
    readonly current: number,
  ) {
    super(
      `The lease ${token} is over (the last one given out is ${current}). Acquire a lease and start over.`,
    );
  }
}

/** Something else than expected is stored: read it again and decide anew. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  constructor(
    readonly what: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`${what} was expected at ${expected} and is at ${actual}. Read it again and repeat.`);
  }
}

/** What was to be appended does not follow from what is stored. A defect of the caller. */
export class InvalidAppendError extends Error {
  override readonly name = 'InvalidAppendError';
  constructor(readonly reason: string) {
    super(`Cannot append: ${reason}`);
  }
}

/** The revisions were rebuilt: numbers of the earlier generation no longer count. Start from the current graph. */
export class GenerationChangedError extends Error {
  override readonly name = 'GenerationChangedError';
  constructor(
    readonly asked: number,
    readonly current: number,
  ) {
    super(`Generation ${asked} was replaced by ${current}. Read the graph anew.`);
  }
}

/** The head moved on since the reader was taken. */
export class StaleReaderError extends Error {
  override readonly name = 'StaleReaderError';
  constructor(readonly head: Head) {
    super(`The graph moved on from revision ${head.revision}. Take a new reader and ask again.`);
  }
}

/** There is no such revision. */
export class UnknownRevisionError extends Error {
  override readonly name = 'UnknownRevisionError';
  constructor(
    readonly number: number,
    readonly last: number,
  ) {
    super(`There is no revision ${number}; the last one is ${last}.`);
  }
}

/** The answer holds more than can be read at once. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  constructor(readonly links: number) {
    super(`The answer reaches over more than ${links} dependencies. Ask with a smaller depth.`);
  }
}
