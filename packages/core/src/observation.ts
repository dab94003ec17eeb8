/**
 * One thing that the world may hold: a key whose content can change over time. See `subjects.ts` for the kinds.
 * The world at a moment is the fold of all observations until then: subject → content hash.
 */
export type Subject = string & { readonly __subject: unique symbol };

/** Who made a fact so, when, and the stable key under which it was seen. */
export interface Origin {
  /** `git:<sha>`, `ssm:<account>/<region>/<name>@<version>`, `config:<hash>`. */
  readonly key: string;
  /** Author of a commit, principal of a parameter version. */
  readonly actor: string | null;
  /** ISO 8601, UTC, when it took effect: committer date, modification date. */
  readonly at: string;
  /** First line of a commit message; what is to be said of a parameter's version; empty elsewhere. */
  readonly message: string;
}

export interface SubjectChange {
  readonly subject: Subject;
  /** Hash of the new content (see `contentHash`), or `null` when it is gone. */
  readonly hash: string | null;
}

/**
 * One step seen at a source: a commit, a parameter version, a change of configuration. Append-only and, within its
 * source, in causal order. `key` is unique within its source; two branches may share a commit.
 */
export interface Observation extends Origin {
  /** The source that saw it, for example `git:main`, `modules:main`, `parameters:111111111111/eu-west-1`. */
  readonly source: string;
  /** ISO 8601, UTC, when Karma saw it. */
  readonly observedAt: string;
  readonly changes: readonly SubjectChange[];
  /**
   * Set where the history of its source was rewritten (a forced push): observations of the same source after the one
   * with this key no longer count; empty, none of the earlier ones do.
   */
  readonly rewoundTo?: string;
  /**
   * Set where a source tells later what happened earlier (old versions of a parameter): it counts at its own time,
   * before what its source had told already. What follows from it in its source has the same time or a later one.
   */
  readonly isPast?: true;
}
