import type { IngestReport } from '@karma/ingest';
import type { Head } from '@karma/store';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SourceStatus } from '../sync/source-status';
import { VERSION } from '../version';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SLOW = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300];

/** Where things go wrong. */
export type ErrorKind = 'source' | 'sync' | 'request' | 'queue' | 'forge';

/** What is read anew at each scrape. */
export interface Observed {
  readonly statuses: () => readonly SourceStatus[];
  readonly isLeading: () => boolean;
  readonly head: () => Promise<Head>;
}

/** The metrics of one server, in the format of Prometheus. Each is described in docs/operations.md. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #registers = [this.#registry];
  readonly #errors = this.#counter('karma_errors_total', 'What went wrong, by kind.', ['kind']);
  readonly #revisions = this.#counter('karma_revisions_total', 'Revisions that this process wrote.', []);
  readonly #hooks = this.#counter('karma_hooks_total', 'Events taken by webhook or queue.', [
    'hook',
    'result',
  ]);
  readonly #sync = this.#histogram(
    'karma_source_sync_duration_seconds',
    'How long asking a source took.',
    ['source', 'state'],
    SLOW,
  );
  readonly #store = this.#histogram(
    'karma_store_operation_duration_seconds',
    'How long the store took to answer.',
    ['operation'],
    FAST,
  );
  readonly #trouble = this.#counter(
    'karma_store_trouble_total',
    'Requests asked of the database again (retry), connections to it made again (reconnect).',
    ['kind'],
  );
  readonly #http = this.#histogram(
    'karma_http_request_duration_seconds',
    'How long requests took; live events, which last, are left out.',
    ['method', 'route', 'status'],
    FAST,
  );

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge('karma_build_info', 'The version that runs.', ['version']).set({ version: VERSION }, 1);
  }

  readonly contentType = this.#registry.contentType;

  /** Sets what is read anew at each scrape. */
  observe({ statuses, isLeading, head }: Observed): void {
    const perSource = (name: string, help: string, measure: (status: SourceStatus) => number | null) =>
      this.#gauge(name, help, ['source'], (gauge) => {
        gauge.reset();
        for (const status of statuses()) {
          const value = measure(status);
          if (value !== null) gauge.set({ source: status.name }, value);
        }
      });
    perSource('karma_source_up', '1: it answered when last asked.', ({ state, error }) =>
      state === 'never' ? null : error ? 0 : 1,
    );
    perSource('karma_source_age_seconds', 'Time since it last answered.', ({ lastSyncAt }) =>
      lastSyncAt === null ? null : Math.max(0, (Date.now() - Date.parse(lastSyncAt)) / 1000),
    );
    perSource(
      'karma_source_problems',
      'Files that it holds and cannot read.',
      ({ problems }) => problems.length,
    );
    this.#gauge('karma_sync_leader', '1: this process asks the sources.', [], (gauge) =>
      gauge.set(isLeading() ? 1 : 0),
    );
    this.#gauge('karma_head_revision', 'Number of the last revision.', [], async (gauge) =>
      gauge.set((await head()).revision),
    );
    this.#gauge('karma_head_generation', 'How often history was rebuilt.', [], async (gauge) =>
      gauge.set((await head()).generation),
    );
  }

  error(kind: ErrorKind): void {
    this.#errors.inc({ kind });
  }

  hook(hook: string, result: 'accepted' | 'ignored' | 'refused', count = 1): void {
    this.#hooks.inc({ hook, result }, count);
  }

  synced({ sources, revisions }: IngestReport): void {
    this.#revisions.inc(revisions);
    for (const { name, state, durationMs } of sources) {
      this.#sync.observe({ source: name, state }, durationMs / 1000);
      if (state === 'failed') this.error('source');
    }
  }

  stored(operation: string, seconds: number): void {
    this.#store.observe({ operation }, seconds);
  }

  storeTrouble(kind: 'retry' | 'reconnect'): void {
    this.#trouble.inc({ kind });
  }

  requested(
    labels: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ) {
    this.#http.observe(labels, seconds);
  }

  /** All of them, as Prometheus reads them. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #counter<T extends string>(name: string, help: string, labelNames: T[]): Counter<T> {
    return new Counter({ name, help, labelNames, registers: this.#registers });
  }

  #histogram<T extends string>(name: string, help: string, labelNames: T[], buckets: number[]): Histogram<T> {
    return new Histogram({ name, help, labelNames, buckets, registers: this.#registers });
  }

  #gauge<T extends string>(
    name: string,
    help: string,
    labelNames: T[],
    collect?: (gauge: Gauge<T>) => void | Promise<void>,
  ): Gauge<T> {
    return new Gauge<T>({
      name,
      help,
      labelNames,
      registers: this.#registers,
      ...(collect && {
        collect() {
          return collect(this);
        },
      }),
    });
  }
}
