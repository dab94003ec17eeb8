import { createIngest, type IngestReport, type RunOptions } from '@karma/ingest';
import { openSqliteStore, type Store } from '@karma/store';
import type { Configuration } from '../config/load-config';
import type { SourceInfo } from './open-sources';
import { isGoneProcess, processName } from './process-name';
import { ENVIRONMENTS, SourcePlan } from './source-plan';

/** Everything that a process needs, with its adapters chosen. */
export interface Karma {
  readonly store: Store;
  /** What is asked at a sync: first the config repo for which environments there are, then their sources. */
  sources(): readonly SourceInfo[];
  /**
   * Only looks which sources there are.
   * @throws ConfigError, SourceUnavailableError when it was never known and cannot be.
   */
  lookForSources(): Promise<void>;
  /**
   * Looks which environments there are, then takes in what is new at every source.
   * @throws ConfigError, SourceUnavailableError when it was never known which sources to ask.
   * @throws LeaseHeldError when another process goes on writing.
   */
  sync(options?: RunOptions): Promise<IngestReport>;
  close(): Promise<void>;
}

/** The store alone, for reads. */
export async function openStore({ store }: Configuration): Promise<Store> {
  return openSqliteStore(store.file);
}

/** The composition root of server and command line: the only place that chooses adapters. Asks no source yet. */
export async function openKarma(configuration: Configuration): Promise<Karma> {
  const clock = () => new Date();
  const plan = new SourcePlan(configuration, clock);
  const store = await openStore(configuration);
  const ingest = createIngest({
    store,
    holder: processName(process.pid),
    isGone: isGoneProcess,
    clock,
  });
  return {
    store,
    sources: () => [
      { name: ENVIRONMENTS, kind: 'configuration', location: plan.location },
      ...plan.sources.map(({ source: { name }, kind, location }) => ({ name, kind, location })),
    ],
    lookForSources: async () => void (await plan.look()),
    async sync(options) {
      const look = await plan.look(options?.signal);
      const sources = plan.sources.map(({ source }) => source);
      const report = await ingest.run(sources, options);
      return { ...report, sources: [look, ...report.sources] };
    },
    close: () => store.close(),
  };
}
