import type { Observation, Origin, Subject } from './observation';

export interface Entry {
  /** Hash of the content, see `contentHash`. */
  readonly hash: string;
  readonly origin: Origin;
}

/** A planned change of one subject; `content: null` removes it. */
export interface Edit {
  readonly subject: Subject;
  readonly content: string | null;
}

/**
 * Everything that Karma knows at one moment: subject → content. Payloads on demand, no I/O visible to the caller.
 * Plan, review, rollback, promote and what-if are `diff(build(world), build(world.with(edits)))`.
 */
export interface World {
  readonly size: number;
  entry(subject: Subject): Entry | undefined;
  subjects(): Iterable<Subject>;
  /** @throws MissingContentError when nothing is stored under the hash. */
  content(hash: string): string;
  /** An overlay; this world stays as it is. Edits carry the origin `draft`. */
  with(edits: readonly Edit[]): World;
}

/** Reads a content by its hash; `undefined` when unknown. */
export type ContentReader = (hash: string) => string | undefined;

/** A world that observations can be folded into. */
export interface MutableWorld extends World {
  /**
   * Folds one observation in.
   * @returns the subjects whose content really changed; observing the same content again changes nothing, and the
   *   entry keeps the origin that first brought it.
   */
  observe(observation: Observation): Subject[];
}
