import type { IngestProgress, IngestReport, SourceReport } from '@karma/ingest';
import type { SourceProblem } from '@karma/sources';
import { LeaseHeldError } from '@karma/store';
import type { Karma } from '../root/open-karma';
import type { SourceInfo } from '../root/open-sources';
import { ENVIRONMENTS, explainPlanFailure } from '../root/source-plan';

const POLL_MS = 2000;
const MAX_BACKOFF_MS = 60_000;

interface Outcome {
  readonly state: 'never' | 'ok' | 'failed';
  readonly lastSyncAt: string | null;
  readonly staleSince: string | null;
  readonly error: SourceReport['error'];
  /** Where it stands, for people. */
  readonly cursor: string | null;
  readonly problems: readonly SourceProblem[];
}

/** How a source is doing, for people. */
export interface SourceStatus extends SourceInfo, Omit<Outcome, 'state'> {
  readonly state: Outcome['state'] | 'syncing';
}

const NEVER: Outcome = {
  state: 'never',
  lastSyncAt: null,
  staleSince: null,
  error: null,
  cursor: null,
  problems: [],
};

export interface SyncLoopOptions extends Pick<Karma, 'sources' | 'sync'> {
  readonly clock: () => Date;
  /** Called when some status changed. */
  readonly onStatus: (statuses: readonly SourceStatus[]) => void;
}

/**
 * Asks the sources again and again what is new. While one fails, the last good graph stays; it is asked again, ever
 * more seldom, until it answers.
 */
export class SyncLoop {
  readonly #options: SyncLoopOptions;
  readonly #abort = new AbortController();
  readonly #outcomes = new Map<string, Outcome>();
  /** Those of which the running sync takes something in. */
  readonly #syncing = new Set<string>();
  #told: string;
  #running: Promise<IngestReport> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
    this.#told = this.#visible();
  }

  get statuses(): readonly SourceStatus[] {
    return this.#options.sources().map((info) => {
      const outcome = this.#outcomes.get(info.name) ?? NEVER;
      return { ...info, ...outcome, ...(this.#syncing.has(info.name) ? { state: 'syncing' } : {}) };
    });
  }

  start(): void {
    this.#schedule(0);
  }

  /**
   * Syncs at once, or joins the sync that is running.
   * @throws as `Karma.sync`.
   */
  async sync(): Promise<IngestReport> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#abort.abort();
    await this.#running?.catch(() => {});
  }

  #schedule(delay: number): void {
    if (this.#abort.signal.aborted) return;
    this.#timer = setTimeout(async () => {
      // What is wrong stands in the statuses.
      await this.sync().catch(() => {});
      const isFailing = this.statuses.some(({ state }) => state === 'failed');
      this.#failures = isFailing ? this.#failures + 1 : 0;
      this.#schedule(Math.min(POLL_MS * 2 ** Math.min(this.#failures, 10), MAX_BACKOFF_MS));
    }, delay);
  }

  async #run(): Promise<IngestReport> {
    const { signal } = this.#abort;
    try {
      const report = await this.#options.sync({ signal, onProgress: (progress) => this.#follow(progress) });
      for (const source of report.sources) this.#note(source);
      return report;
    } catch (error) {
      // Another process that writes is no failure: what it takes in shows here too.
      if (!signal.aborted && !(error instanceof LeaseHeldError)) this.#noteFailure(error);
      throw error;
    } finally {
      this.#syncing.clear();
      this.#tell();
    }
  }

  #follow({ source }: IngestProgress): void {
    if (source === null || this.#syncing.has(source)) return;
    this.#syncing.add(source);
    this.#tell();
  }

  #note({ name, state, error, problems, position }: Omit<SourceReport, 'observations'>): void {
    const now = this.#options.clock().toISOString();
    const before = this.#outcomes.get(name) ?? NEVER;
    this.#outcomes.set(name, {
      state,
      error,
      staleSince: error ? (before.staleSince ?? before.lastSyncAt ?? now) : null,
      lastSyncAt: error ? before.lastSyncAt : now,
      cursor: position,
      problems,
    });
  }

  /** The whole sync failed. */
  #noteFailure(cause: unknown): void {
    const { cursor, problems } = this.#outcomes.get(ENVIRONMENTS) ?? NEVER;
    const error = explainPlanFailure(cause);
    this.#note({ name: ENVIRONMENTS, state: 'failed', error, problems, position: cursor });
  }

  #tell(): void {
    const visible = this.#visible();
    if (visible === this.#told) return;
    this.#told = visible;
    this.#options.onStatus(this.statuses);
  }

  /** What is worth telling: that all is still well is not. */
  #visible(): string {
    return JSON.stringify(
      this.statuses.map(({ lastSyncAt, ...status }) => ({ ...status, isNew: lastSyncAt === null })),
    );
  }
}
