import { createIngest, type Ingest } from '@karma/ingest';
import { openSqliteStore, type Store } from '@karma/store';
import type { Configuration } from '../config/load-config';
import { type OpenSource, openSources } from './open-sources';
import { isGoneProcess, processName } from './process-name';
import { resolveEnvironments } from './resolve-environments';

/** Everything that a process needs, with its adapters chosen. */
export interface Karma {
  readonly store: Store;
  readonly sources: readonly OpenSource[];
  readonly ingest: Ingest;
  close(): Promise<void>;
}

/** The store alone, for reads. */
export async function openStore({ store }: Configuration): Promise<Store> {
  return openSqliteStore(store.file);
}

/**
 * The composition root of server and command line: the only place that chooses adapters.
 * @throws ConfigError, SourceUnavailableError
 */
export async function openKarma(configuration: Configuration): Promise<Karma> {
  const clock = () => new Date();
  const environments = await resolveEnvironments(configuration);
  const sources = openSources(configuration, environments, clock);
  const store = await openStore(configuration);
  const ingest = createIngest({
    store,
    sources: sources.map(({ source }) => source),
    holder: processName(process.pid),
    isGone: isGoneProcess,
    clock,
  });
  return { store, sources, ingest, close: () => store.close() };
}
