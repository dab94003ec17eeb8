import type { Context } from './api/trpc';
import type { Configuration } from './config/load-config';
import { GraphIndex } from './graph-index/graph-index';
import { createApp } from './http/create-app';
import { listen } from './http/listen';
import { openKarma } from './root/open-karma';
import { EventHub } from './sync/event-hub';
import { SyncLoop } from './sync/sync-loop';
import { Views } from './view/views';

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly webDirectory: string | null;
}

export interface RunningServer {
  /** Where people find it. */
  readonly url: string;
  /** Ends what is running, lets go of the store. */
  close(): Promise<void>;
}

/**
 * Serves the web app and its API, and keeps asking the sources what is new.
 * @throws ConfigError, SourceUnavailableError, and the system's error when no port can be had.
 */
export async function serve({ configuration, webDirectory }: ServeOptions): Promise<RunningServer> {
  const { store, sources, ingest, placementNames } = await openKarma(configuration);
  const index = new GraphIndex(store);
  const views = new Views(store, index, placementNames);
  const events = new EventHub(store, await store.log.head(), () => index.refresh());
  const sync = new SyncLoop({
    ingest,
    sources,
    clock: () => new Date(),
    onStatus: (statuses) => events.tell({ kind: 'sources', sources: statuses }),
  });
  const context: Context = { views, index, sync, events };
  const { host } = configuration.server;
  const { server, port } = await listen(createApp({ context, webDirectory }), configuration.server);
  sync.start();
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${port}`,
    async close() {
      await sync.stop();
      events.close();
      server.close();
      server.closeAllConnections();
      await store.close();
    },
  };
}
