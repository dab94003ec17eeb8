import type { Ingest, IngestReport, SourceReport } from '@karma/ingest';
import { LeaseHeldError } from '@karma/store';
import type { OpenSource, SourceKind } from '../root/open-sources';

const POLL_MS = 2000;
const MAX_BACKOFF_MS = 60_000;

/** How a source is doing, for people. */
export interface SourceStatus {
  readonly name: string;
  readonly kind: SourceKind;
  readonly location: string;
  readonly state: 'never' | 'syncing' | 'ok' | 'failed';
  readonly lastSyncAt: string | null;
  readonly staleSince: string | null;
  readonly error: { readonly reason: string; readonly remedy: string } | null;
  readonly cursor: string | null;
}

export interface SyncLoopOptions {
  readonly ingest: Ingest;
  readonly sources: readonly OpenSource[];
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
  #statuses: Map<string, SourceStatus>;
  #running: Promise<IngestReport> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
    this.#statuses = new Map(
      options.sources.map(({ source: { name }, kind, location }) => [
        name,
        {
          name,
          kind,
          location,
          state: 'never',
          lastSyncAt: null,
          staleSince: null,
          error: null,
          cursor: null,
        },
      ]),
    );
  }

  get statuses(): readonly SourceStatus[] {
    return [...this.#statuses.values()];
  }

  start(): void {
    this.#schedule(0);
  }

  /**
   * Syncs at once, or joins the sync that is running.
   * @throws LeaseHeldError when another process is writing.
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
      try {
        const { sources } = await this.sync();
        this.#failures = sources.some(({ state }) => state === 'failed') ? this.#failures + 1 : 0;
      } catch (error) {
        // Another process writes: what it takes in shows here too.
        if (!(error instanceof LeaseHeldError)) this.#failures += 1;
      }
      this.#schedule(Math.min(POLL_MS * 2 ** Math.min(this.#failures, 10), MAX_BACKOFF_MS));
    }, delay);
  }

  async #run(): Promise<IngestReport> {
    const report = await this.#options.ingest.run({ signal: this.#abort.signal });
    const now = this.#options.clock().toISOString();
    const before = JSON.stringify(this.#visible());
    for (const source of report.sources) this.#note(source, now);
    if (JSON.stringify(this.#visible()) !== before) this.#options.onStatus(this.statuses);
    return report;
  }

  #note({ name, state, error }: SourceReport, now: string): void {
    const before = this.#statuses.get(name);
    if (!before) return;
    const staleSince = error ? (before.staleSince ?? before.lastSyncAt ?? now) : null;
    const lastSyncAt = error ? before.lastSyncAt : now;
    this.#statuses.set(name, { ...before, state, error, staleSince, lastSyncAt });
  }

  /** What is worth telling: that all is still well is not. */
  #visible() {
    return this.statuses.map(({ lastSyncAt, ...status }) => ({ ...status, isNew: lastSyncAt === null }));
  }
}
