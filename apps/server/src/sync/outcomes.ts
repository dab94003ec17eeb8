import type { SourceReport } from '@karma/ingest';
import type { SourceStatus } from './source-status';

type Outcome = Omit<SourceStatus, 'name' | 'kind' | 'location' | 'everyMs'>;

const NEVER: Outcome = {
  state: 'never',
  lastAttemptAt: null,
  lastSyncAt: null,
  durationMs: null,
  nextAttemptAt: null,
  staleSince: null,
  error: null,
  cursor: null,
  problems: [],
};

/** How it went with each source when it was last asked, by this process or another. */
export class Outcomes {
  readonly #outcomes = new Map<string, Outcome>();

  of(source: string): Outcome {
    return this.#outcomes.get(source) ?? NEVER;
  }

  /** Goes on from what another process knew. */
  adopt(statuses: readonly SourceStatus[]): void {
    for (const { name, kind: _kind, location: _location, everyMs: _everyMs, ...outcome } of statuses) {
      // That one may have died while it was asking.
      const state = outcome.error ? 'failed' : outcome.lastSyncAt === null ? 'never' : 'ok';
      this.#outcomes.set(name, { ...outcome, state });
    }
  }

  /** It was asked just now. */
  note({ name, state, error, problems, position, durationMs }: Omit<SourceReport, 'observations'>, at: Date) {
    const now = at.toISOString();
    const before = this.of(name);
    this.#outcomes.set(name, {
      state,
      error,
      lastAttemptAt: now,
      lastSyncAt: error ? before.lastSyncAt : now,
      durationMs,
      nextAttemptAt: null,
      staleSince: error ? (before.staleSince ?? before.lastSyncAt ?? now) : null,
      cursor: position,
      problems: [...problems],
    });
  }
}
