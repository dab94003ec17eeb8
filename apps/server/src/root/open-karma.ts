import { type PlacementId, placementId } from '@karma/core';
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
  readonly placementNames: ReadonlyMap<PlacementId, string>;
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
  const placementNames = new Map(
    environments.flatMap(({ placements }) =>
      placements.map(({ account, region, name }) => [placementId(account, region), name] as const),
    ),
  );
  return { store, sources, ingest, placementNames, close: () => store.close() };
}
