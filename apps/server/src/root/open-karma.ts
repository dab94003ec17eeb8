import { createIngest, createReportSource, type IngestReport, type RunOptions } from '@karma/ingest';
import { type GremlinStoreOptions, openGremlinStore, openSqliteStore, type Store } from '@karma/store';
import type { Configuration } from '../config/load-config';
import type { PastReading } from './open-placements';
import type { SourceInfo } from './open-sources';
import { LOCAL_MS, repositoryMs } from './pace';
import { isGoneProcess, processName } from './process-name';
import type { ResolvedEnvironment } from './resolve-environments';
import { ENVIRONMENTS, SourcePlan } from './source-plan';

/** Everything that a process needs, with its adapters chosen. */
export interface Karma {
  readonly store: Store;
  /** What is asked at a sync: first the config repo for which environments there are, then their sources. */
  sources(): readonly SourceInfo[];
  /** Every environment with where it is read, as of the last look. */
  environments(): readonly ResolvedEnvironment[];
  /**
   * Only looks which sources there are.
   * @throws ConfigError, SourceUnavailableError when it was never known and cannot be.
   */
  lookForSources(): Promise<void>;
  /**
   * Looks which environments there are, then takes in what is new at every source, or at those that are due.
   * @throws ConfigError, SourceUnavailableError when it was never known which sources to ask.
   * @throws LeaseHeldError when another process goes on writing.
   */
  sync(options?: RunOptions): Promise<IngestReport>;
  close(): Promise<void>;
}

export interface KarmaOptions {
  /** Lets somebody watch the store at work. */
  readonly watched?: (store: Store) => Store;
  readonly trouble?: StoreTrouble;
  /** What becomes of the past of each Parameter Store; default: `background`. */
  readonly past?: PastReading;
}

/** Told when a database did not answer at first. */
export type StoreTrouble = Pick<GremlinStoreOptions, 'onRetry' | 'onReconnect'>;

/** The store alone, for reads. */
export function openStore(
  { store }: Pick<Configuration, 'store'>,
  trouble: StoreTrouble = {},
): Promise<Store> {
  return store.kind === 'sqlite' ? openSqliteStore(store.file) : openGremlinStore({ ...store, ...trouble });
}

/**
 * The composition root of server and command line: the only place that chooses adapters. Asks no source yet.
 */
export async function openKarma(
  configuration: Configuration,
  { watched = (store) => store, trouble, past = 'background' }: KarmaOptions = {},
): Promise<Karma> {
  const clock = () => new Date();
  const plan = new SourcePlan(configuration, clock, past);
  const store = watched(await openStore(configuration, trouble));
  const ingest = createIngest({
    store,
    holder: processName(process.pid),
    isGone: isGoneProcess,
    clock,
  });
  const reports = createReportSource(store.records, clock);
  return {
    store,
    sources: () => [
      {
        name: ENVIRONMENTS,
        kind: 'configuration',
        location: plan.location,
        everyMs: repositoryMs(configuration, configuration.config.repository),
      },
      ...plan.sources.map(({ source: { name }, ...info }) => ({ name, ...info })),
      { name: reports.name, kind: 'reports', location: 'karma deployed', everyMs: LOCAL_MS },
    ],
    environments: () => plan.environments,
    lookForSources: async () => void (await plan.look()),
    async sync(options = {}) {
      const isDue = !plan.isKnown || (options.isDue?.(ENVIRONMENTS) ?? true);
      const looks = isDue ? [await plan.look(options.signal)] : [];
      const sources = [...plan.sources.map(({ source }) => source), reports];
      const report = await ingest.run(sources, options);
      return { ...report, sources: [...looks, ...report.sources] };
    },
    close: () => store.close(),
  };
}
