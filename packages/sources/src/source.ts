import type { Observation } from '@karma/core';

/** Something that the source holds and cannot read. What was last read well stays; the rest counts. */
export interface SourceProblem {
  readonly file: string;
  /** From 1; `null` when the whole file is meant. */
  readonly line: number | null;
  readonly reason: string;
  readonly remedy: string;
}

/** Observations in causal order, the contents they brought, and how far the source got. */
export interface Batch {
  readonly observations: readonly Observation[];
  /** Contents by hash. */
  readonly contents: ReadonlyMap<string, string>;
  /** Handed back at the next call, after the batch was stored. */
  readonly cursor: string;
  /** For progress: how many steps in all, where known. */
  readonly total: number | null;
  /** All that is unreadable at the moment of this batch; replaces what an earlier batch said. */
  readonly problems: readonly SourceProblem[];
}

/** Something that can be observed. One file a source; every adapter of one kind gives the same observations. */
export interface Source {
  /** Stable name, also in `Observation.source`: `git:<branch>`, `modules:<branch>`, `parameters:<account>/<region>`. */
  readonly name: string;
  /**
   * Yields what happened since `cursor` (from the beginning when undefined). Nothing new: yields nothing.
   * @throws SourceUnavailableError when it cannot be reached; nothing is lost, call again later.
   */
  observe(cursor: string | undefined, signal?: AbortSignal): AsyncIterable<Batch>;
  /** Where one of its cursors stands, for people: `3f2a1bc`, `128 parameters`; `null` when there is nothing to tell. */
  position(cursor: string): string | null;
}

/** The source cannot be read now; names what, why and what to do. */
export class SourceUnavailableError extends Error {
  override readonly name = 'SourceUnavailableError';
  constructor(
    readonly source: string,
    readonly reason: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${source}: ${reason} ${remedy}`, options);
  }
}
