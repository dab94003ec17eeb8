import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { PresentWorld } from '@karma/ingest';
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
import { Metrics } from './observe/metrics';
import { timedStore } from './observe/timed-store';
import { followProposals } from './proposals/follow-proposals';
import { Proposals } from './proposals/proposals';
import { localUser } from './root/local-user';
import { openForge } from './root/open-forge';
import { openKarma } from './root/open-karma';
import { placementNames } from './root/placement-names';
import { SavedViews } from './saved-views/saved-views';
import { createSync } from './sync/create-sync';
import { EventHub } from './sync/event-hub';
import { Views } from './view/views';

/** How long an end waits for what is being answered, and for a sync to let go. */
const PATIENCE_MS = 10_000;
/** GitHub answers 5,000 questions an hour, and one is asked for each open pull request. */
const PROPOSALS_EVERY_MS = 60_000;
const PROPOSALS_PAUSE_MS = 1000;

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
    trouble: {
      onRetry: ({ message }) => {
        metrics.storeTrouble('retry');
        log.warn({ reason: message }, 'asking the store again');
      },
      onReconnect: () => {
        metrics.storeTrouble('reconnect');
        log.info('connected to the store again');
      },
    },
  });
  const { store } = karma;
  const index = new GraphIndex(store);
  const views = new Views(store, index, placementNames(configuration));
  const start = await store.log.head();
  const readiness = new Readiness(store, log);
  const events = new EventHub(store, start, () => index.refresh());
  const present = new PresentWorld(store.log);
  const user = localUser();
  const proposals = new Proposals({
    records: store.records,
    present,
    environments: karma.environments,
    forgeOf: (repository) => openForge(configuration, repository),
    author: user === null ? null : { name: user, email: `${user}@localhost` },
  });
  const syncing = createSync({
    karma,
    queue: configuration.sync.queue,
    events,
    readiness,
    metrics,
    log,
    onNews: () => following.nudge(),
  });
  const { sync } = syncing;
  const following = followProposals({
    proposals,
    isLeading: () => sync.isLeading,
    everyMs: PROPOSALS_EVERY_MS,
    pauseMs: PROPOSALS_PAUSE_MS,
    onError: (error, proposal) => {
      metrics.error('forge');
      log.warn({ err: error, proposal }, 'it cannot be asked what became of a proposal');
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
  const savedViews = new SavedViews(store.records, user);
  const draftsDirectory = configuration.drafts ?? null;
  const context: Context = {
    views,
    index,
    present,
    sync,
    events,
    service,
    savedViews,
    proposals,
    draftsDirectory,
  };
  let server: Server | undefined;
  const close = async () => {
    readiness.stop();
    requests.endStreams();
    if (server) await drain(server, PATIENCE_MS);
    await Promise.race([
      Promise.all([syncing.stop(), following.stop()]),
      wait(PATIENCE_MS, undefined, { ref: false }),
    ]);
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
    syncing.start();
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
