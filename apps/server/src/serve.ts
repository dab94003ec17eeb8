import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { PresentWorld } from '@karma/ingest';
import { openChangeQueue } from '@karma/sources';
import type { Context } from './api/trpc';
import { type Configuration, storeLocation } from './config/load-config';
import { type ReportedDeployment, reportDeployment } from './deployments/report-deployment';
import { GraphIndex } from './graph-index/graph-index';
import type { HookSecrets } from './hooks/secrets';
import { createApp } from './http/create-app';
import { drain } from './http/drain';
import { listen } from './http/listen';
import { Readiness } from './http/readiness';
import { Requests } from './http/requests';
import { createLogger, type Logger } from './observe/create-logger';
import { logSync } from './observe/log-sync';
import { Metrics } from './observe/metrics';
import { timedStore } from './observe/timed-store';
import { localUser } from './root/local-user';
import { openKarma } from './root/open-karma';
import { placementNames } from './root/placement-names';
import { isGoneProcess, processName } from './root/process-name';
import { SavedViews } from './saved-views/saved-views';
import { EventHub } from './sync/event-hub';
import { followQueue } from './sync/follow-queue';
import { SyncBoard } from './sync/sync-board';
import { SyncLoop } from './sync/sync-loop';
import { Views } from './view/views';

/** How long an end waits for what is being answered, and for a sync to let go. */
const PATIENCE_MS = 10_000;

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly webDirectory: string | null;
  /** Left out: webhooks are shut. */
  readonly secrets?: HookSecrets;
  /** Left out: nothing is logged. */
  readonly log?: Logger;
}

export interface RunningServer {
  /** Where people find it. */
  readonly url: string;
  /** Takes no more requests, finishes those it has, ends the sync, lets go of the store; takes 20 seconds at most. */
  close(): Promise<void>;
}

/**
 * Serves the web app and its API, and keeps asking the sources what is new. What the store holds is served whether or
 * not the sources answer.
 * @throws ConfigError, SourceUnavailableError when the store is empty and it cannot be known which sources to ask.
 * @throws the system's error when no port can be had.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { configuration, webDirectory, secrets = {}, log = createLogger('silent') } = options;
  const metrics = new Metrics();
  const karma = await openKarma(configuration, {
    watched: (store) => timedStore(store, (operation, seconds) => metrics.stored(operation, seconds)),
  });
  const { store } = karma;
  const index = new GraphIndex(store);
  const views = new Views(store, index, placementNames(configuration));
  const start = await store.log.head();
  const readiness = new Readiness(store);
  const events = new EventHub(store, start, () => index.refresh());
  const sync = new SyncLoop({
    ...karma,
    board: new SyncBoard({
      records: store.records,
      holder: processName(process.pid),
      isGone: isGoneProcess,
      now: Date.now,
    }),
    clock: () => new Date(),
    onStatus: (sources) => events.tell({ kind: 'sources', sources }),
    onSync: (report) => {
      metrics.synced(report);
      logSync(log, report);
      readiness.synced();
    },
    onError: (error) => {
      metrics.error('sync');
      log.error({ err: error }, 'a sync failed');
    },
  });
  metrics.observe({
    statuses: () => sync.statuses,
    isLeading: () => sync.isLeading,
    head: () => store.log.head(),
  });
  const requests = new Requests(log, metrics);
  const service = {
    startedAt: new Date().toISOString(),
    store: { kind: configuration.store.kind, location: storeLocation(configuration.store) },
  };
  const present = new PresentWorld(store.log);
  const savedViews = new SavedViews(store.records, localUser());
  const context: Context = { views, index, present, sync, events, service, savedViews };
  const following = new AbortController();
  const { queue } = configuration.sync;
  const followChanges = () => {
    if (!queue) return;
    void followQueue({
      queue: openChangeQueue(queue),
      sync,
      signal: following.signal,
      onEvents: (taken, accepted) => {
        metrics.hook('queue', 'accepted', accepted);
        metrics.hook('queue', 'ignored', taken - accepted);
      },
      onError: (error) => {
        metrics.error('queue');
        log.warn({ err: error, queue: queue.url }, 'the queue of changes cannot be read');
      },
    });
  };
  let server: Server | undefined;
  const close = async () => {
    readiness.stop();
    following.abort();
    requests.endStreams();
    if (server) await drain(server, PATIENCE_MS);
    await Promise.race([sync.stop(), wait(PATIENCE_MS, undefined, { ref: false })]);
    events.close();
    await store.close();
    log.info('ended');
  };
  try {
    // A wrong path is better said in the terminal than on an empty page.
    if (start.observations === 0) await karma.lookForSources();
    const report = (deployment: ReportedDeployment) => reportDeployment(store, configuration, deployment);
    const app = createApp({ context, readiness, requests, metrics, log, secrets, report, webDirectory });
    const listening = await listen(app, configuration.server);
    server = listening.server;
    sync.start();
    followChanges();
    // Loaded before anybody is sent here, so that nobody waits for it.
    await views
      .ask(undefined, ({ reader }) => reader.summary())
      .catch((error) => log.warn({ err: error }, 'the graph could not be loaded'));
    readiness.warm();
    const { host } = configuration.server;
    const url = `http://${host === '::1' ? '[::1]' : host}:${listening.port}`;
    log.info({ url }, 'serving');
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
