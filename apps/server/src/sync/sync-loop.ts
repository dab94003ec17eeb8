import type { IngestProgress, IngestReport, SourceReport } from '@karma/ingest';
import { LeaseHeldError } from '@karma/store';
import type { Karma } from '../root/open-karma';
import { ENVIRONMENTS, explainPlanFailure } from '../root/source-plan';
import { Outcomes } from './outcomes';
import { Schedule } from './schedule';
import { isNews, type SourceStatus } from './source-status';
import type { SyncBoard } from './sync-board';

const SHORTEST_MS = 50;
/** Also how soon a process notices that the one that asked the sources is gone. */
const LONGEST_MS = 2000;
const FOLD_MS = 250;
const RENEW_MS = 10_000;

export interface SyncLoopOptions extends Pick<Karma, 'sources' | 'sync'> {
  readonly board: SyncBoard;
  readonly clock: () => Date;
  /** Called when some status changed in a way that is worth telling. */
  readonly onStatus: (statuses: readonly SourceStatus[]) => void;
  /** Called after each sync of this process that was not ended early. */
  readonly onSync?: (report: IngestReport) => void;
  /** Called when a whole sync failed, or the store did not answer. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Asks the sources again and again what is new, each at its own pace, unless another process on the same store does.
 * While one fails, the last good graph stays; it is asked again, ever more seldom, until it answers.
 */
export class SyncLoop {
  readonly #options: SyncLoopOptions;
  readonly #abort = new AbortController();
  readonly #schedule = new Schedule();
  readonly #outcomes = new Outcomes();
  /** Those of which the running sync takes something in. */
  readonly #syncing = new Set<string>();
  /** As the process that leads, or led, wrote it down; empty once this one knows better. */
  #board: readonly SourceStatus[] = [];
  #isLeading = false;
  #isNudged = false;
  #told: readonly SourceStatus[] = [];
  #running: Promise<IngestReport> | undefined;
  #following: Promise<IngestReport> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
  }

  /** Whether this process asks the sources. */
  get isLeading(): boolean {
    return this.#isLeading;
  }

  get statuses(): readonly SourceStatus[] {
    if (!this.#isLeading && this.#board.length > 0) return this.#board;
    const known = this.#options.sources().map((info): SourceStatus => {
      const next = this.#schedule.nextAt(info.name);
      return {
        ...info,
        ...this.#outcomes.of(info.name),
        ...(next > 0 && { nextAttemptAt: new Date(next).toISOString() }),
        ...(this.#syncing.has(info.name) && { state: 'syncing' }),
      };
    });
    const names = new Set(known.map(({ name }) => name));
    return [...known, ...this.#board.filter(({ name }) => !names.has(name))];
  }

  start(): void {
    this.#wake(0);
  }

  /**
   * Says that sources hold something new: they are asked soon, and once for many calls.
   * @param concerns which ones.
   * @returns their names; when there are none, nothing is asked.
   */
  nudge(concerns: (source: Pick<SourceStatus, 'name' | 'kind'>) => boolean): readonly string[] {
    const names = this.statuses.filter(concerns).map(({ name }) => name);
    for (const name of names) this.#schedule.nudge(name);
    if (names.length > 0 && !this.#isNudged) {
      this.#isNudged = true;
      if (!this.#running) this.#wake(FOLD_MS);
    }
    return names;
  }

  /**
   * Asks all sources at once, even if another process leads. Calls while a sync runs share the next one.
   * @throws as `Karma.sync`.
   */
  sync(): Promise<IngestReport> {
    for (const { name } of this.#options.sources()) this.#schedule.nudge(name);
    if (!this.#running) return this.#begin();
    this.#following ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#following = undefined;
        return this.#running ?? this.#begin();
      });
    return this.#following;
  }

  /** Ends what is running and lets another process take over. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#abort.abort();
    await this.#running?.catch(() => {});
    if (this.#isLeading) await this.#options.board.release(this.statuses).catch(() => {});
  }

  #wake(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#abort.signal.aborted) return;
    this.#timer = setTimeout(() => void this.#turn(), delay);
  }

  async #turn(): Promise<void> {
    try {
      const leads = await this.#lead(this.#isNudged);
      // What is wrong stands in the statuses. A sync that somebody asked for meanwhile wakes this one itself.
      if (leads && !this.#running && this.#idleMs() <= SHORTEST_MS) await this.#begin().catch(() => {});
      if (!this.#running) this.#wake(leads ? this.#idleMs() : LONGEST_MS);
    } catch (error) {
      this.#options.onError?.(error);
      this.#wake(LONGEST_MS);
    }
  }

  /** Until the next source is due. */
  #idleMs(): number {
    const next = Math.min(...this.#options.sources().map(({ name }) => this.#schedule.nextAt(name)));
    return Math.min(Math.max(next - this.#now(), SHORTEST_MS), LONGEST_MS);
  }

  async #lead(force = false): Promise<boolean> {
    const { board } = this.#options;
    if (!this.#isLeading) this.#adopt(await board.read());
    this.#isLeading = await board.lead(this.statuses, { force });
    if (!this.#isLeading) this.#adopt(await board.read());
    this.#tell();
    return this.#isLeading;
  }

  #adopt(statuses: readonly SourceStatus[]): void {
    this.#board = statuses;
    this.#outcomes.adopt(statuses);
  }

  #begin(): Promise<IngestReport> {
    const running = this.#run().finally(() => {
      this.#running = undefined;
      this.#wake(this.#isNudged ? FOLD_MS : this.#idleMs());
    });
    this.#running = running;
    return running;
  }

  async #run(): Promise<IngestReport> {
    const { signal } = this.#abort;
    const { sources, sync, board } = this.#options;
    await this.#lead(true);
    const renewal = setInterval(() => void board.lead(this.statuses).catch(() => {}), RENEW_MS);
    const now = this.#now();
    const [due, waiting] = [new Set<string>(), new Set<string>()];
    for (const { name } of sources()) (this.#schedule.isDue(name, now) ? due : waiting).add(name);
    this.#isNudged = false;
    for (const name of due) this.#schedule.begin(name);
    try {
      const report = await sync({
        signal,
        isDue: (name) => !waiting.has(name),
        onProgress: (progress) => this.#follow(progress),
      });
      this.#board = [];
      for (const source of report.sources) this.#note(source);
      this.#options.onSync?.(report);
      return report;
    } catch (error) {
      const isBusy = error instanceof LeaseHeldError;
      for (const name of due) if (isBusy || name !== ENVIRONMENTS) this.#end(name, isBusy);
      // Another process that writes is no failure: what it takes in shows here too.
      if (!signal.aborted && !isBusy) {
        this.#noteFailure(error);
        this.#options.onError?.(error);
      }
      throw error;
    } finally {
      clearInterval(renewal);
      this.#syncing.clear();
      if (!signal.aborted) await this.#lead().catch((error) => this.#options.onError?.(error));
    }
  }

  #follow({ source }: IngestProgress): void {
    if (source === null || this.#syncing.has(source)) return;
    this.#syncing.add(source);
    this.#tell();
  }

  #note(report: Omit<SourceReport, 'observations'>): void {
    this.#end(report.name, report.state === 'ok');
    this.#outcomes.note(report, this.#options.clock());
  }

  /** The whole sync failed. */
  #noteFailure(cause: unknown): void {
    const { cursor, problems } = this.#outcomes.of(ENVIRONMENTS);
    const error = explainPlanFailure(cause);
    const name = ENVIRONMENTS;
    this.#note({ name, state: 'failed', error, problems, position: cursor, durationMs: 0 });
  }

  #end(name: string, ok: boolean): void {
    const everyMs = this.#options.sources().find((source) => source.name === name)?.everyMs ?? LONGEST_MS;
    this.#schedule.end(name, { ok, everyMs, now: this.#now() });
  }

  #now(): number {
    return this.#options.clock().getTime();
  }

  #tell(): void {
    const { statuses } = this;
    if (!isNews(this.#told, statuses)) return;
    this.#told = statuses;
    this.#options.onStatus(statuses);
  }
}
