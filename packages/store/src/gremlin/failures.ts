/** The database does not answer. What was asked is not known to have been carried out. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(
      `The database at ${url} does not answer: ${reason}. Check that it runs and that its port is open to this machine.`,
    );
  }
}

/** The database takes no connection from us. */
export class DatabaseRefusedError extends Error {
  override readonly name = 'DatabaseRefusedError';
  constructor(
    readonly url: string,
    /** As of HTTP. */
    readonly status: number,
    readonly reason: string,
  ) {
    super(
      `The database at ${url} refused the connection (${status}): ${reason}. With IAM authentication, check "iam" ` +
        'of the store, that the principal may use neptune-db on this cluster, and the clock of this machine.',
    );
  }
}

/** Nobody could be found as whom to connect. */
export class DatabaseCredentialsError extends Error {
  override readonly name = 'DatabaseCredentialsError';
  constructor(readonly reason: string) {
    super(
      `No AWS credentials for the database: ${reason}. Check "iam" of the store (profile, role) and the AWS ` +
        'credentials of this machine.',
    );
  }
}

/** The database says that it could not carry out what was asked; nothing of it was. */
export class DatabaseFailedError extends Error {
  override readonly name = 'DatabaseFailedError';
  constructor(
    readonly url: string,
    /** As Neptune names it, or the status of the answer. */
    readonly code: string,
    readonly reason: string,
  ) {
    super(`The database at ${url} failed (${code}): ${reason}. Its own logs and metrics say more.`);
  }
}

/** The store was closed while it was asked. */
export class StoreClosedError extends Error {
  override readonly name = 'StoreClosedError';
  constructor() {
    super('The store was closed.');
  }
}

/** TinkerPop's words for what Neptune calls a ConcurrentModificationException: two changed one element, or made it. */
const CONFLICT = /Conflict: element modified in another transaction|(Vertex|Edge) with id already exists/;

/** @param message of Neptune: JSON with a code, or a text that begins with one; else whatever the engine says. */
export function failureOf(url: string, status: number, message: string): DatabaseFailedError {
  const code = CONFLICT.test(message)
    ? 'ConcurrentModificationException'
    : /\b[A-Z]\w+Exception\b/.exec(message)?.[0];
  return new DatabaseFailedError(url, code ?? `${status}`, message);
}

/**
 * Codes that pass by themselves: somebody else changed the same element, or there is too much to do. From Neptune's
 * user guide, "Graph engine query errors", those that are "OK to retry"; not those that would take as long again.
 */
const PASSING = new Set([
  'ConcurrentModificationException',
  'ConstraintViolationException',
  'InternalFailureException',
  'MemoryLimitExceededException',
  'QueryLimitExceededException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** After a failover, the writer of before is a replica: the address must be looked up anew. */
export function isOfReplica(error: unknown): boolean {
  return error instanceof DatabaseFailedError && error.code === 'ReadOnlyViolationException';
}

/** Whether to ask again may help. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseUnreachableError || isOfReplica(error)) return true;
  if (error instanceof DatabaseRefusedError) return error.status === 429 || error.status >= 500;
  return error instanceof DatabaseFailedError && PASSING.has(error.code);
}
