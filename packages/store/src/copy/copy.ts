import type { Append, Head, RevisionLog } from '../ports';

export type CopyPhase = 'observations' | 'revisions' | 'world' | 'records' | 'verification';

export interface CopyOptions {
  /** Who writes, as in `RevisionLog.acquireLease`. */
  readonly holder: string;
  readonly signal?: AbortSignal;
  /** What is being copied, and how many of how many are there. */
  readonly onProgress?: (phase: CopyPhase, done: number, total: number) => void;
}

/** What the steps of a copy share. */
export interface Copy extends CopyOptions {
  readonly from: RevisionLog;
  readonly to: RevisionLog;
  readonly source: Head;
  /** Appends to the target, where nobody else writes. */
  append(batch: Append): Promise<Head>;
}

/** The target holds something that the source does not. Copy into an empty store. */
export class CopyConflictError extends Error {
  override readonly name = 'CopyConflictError';
  constructor(readonly difference: string) {
    super(`The two stores differ: ${difference}. Copy into an empty store.`);
  }
}

/** Somebody writes to the source. Stop that, and copy again: it goes on where it was. */
export class SourceMovedError extends Error {
  override readonly name = 'SourceMovedError';
  constructor(
    readonly before: Head,
    readonly after: Head,
  ) {
    super(
      `The source moved from revision ${before.revision} to ${after.revision} meanwhile. Stop who writes there and copy again: it goes on where it was.`,
    );
  }
}
