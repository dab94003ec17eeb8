import type { Context } from './api/trpc';
import type { Configuration } from './config/load-config';
import { GraphIndex } from './graph-index/graph-index';
import { createApp } from './http/create-app';
import { listen } from './http/listen';
import { openKarma } from './root/open-karma';
import { placementNames } from './root/placement-names';
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
 * Serves the web app and its API, and keeps asking the sources what is new. What the store holds is served whether or
 * not the sources answer.
 * @throws ConfigError, SourceUnavailableError when the store is empty and it cannot be known which sources to ask.
 * @throws the system's error when no port can be had.
 */
export async function serve({ configuration, webDirectory }: ServeOptions): Promise<RunningServer> {
  const karma = await openKarma(configuration);
  const { store } = karma;
  const index = new GraphIndex(store);
  const views = new Views(store, index, placementNames(configuration));
  const start = await store.log.head();
  const events = new EventHub(store, start, () => index.refresh());
  const sync = new SyncLoop({
    ...karma,
    clock: () => new Date(),
    onStatus: (statuses) => events.tell({ kind: 'sources', sources: statuses }),
  });
  const close = async () => {
    await sync.stop();
    events.close();
    await store.close();
  };
  try {
    // A wrong path is better said in the terminal than on an empty page.
    if (start.observations === 0) await karma.lookForSources();
    const context: Context = { views, index, sync, events };
    const { host } = configuration.server;
    const { server, port } = await listen(createApp({ context, webDirectory }), configuration.server);
    setImmediate(() => void warm(views));
    sync.start();
    return {
      url: `http://${host === '::1' ? '[::1]' : host}:${port}`,
      async close() {
        server.close();
        server.closeAllConnections();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loads what the first question would have to wait for. */
async function warm(views: Views): Promise<void> {
  await views.ask(undefined, ({ reader }) => reader.summary()).catch(() => {});
}
