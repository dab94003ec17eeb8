import { openChangeQueue } from '@karma/sources';
import type { Configuration } from '../config/load-config';
import type { Readiness } from '../http/readiness';
import type { Logger } from '../observe/create-logger';
import { logSync } from '../observe/log-sync';
import type { Metrics } from '../observe/metrics';
import type { Karma } from '../root/open-karma';
import { isGoneProcess, processName } from '../root/process-name';
import type { EventHub } from './event-hub';
import { followQueue } from './follow-queue';
import { SyncBoard } from './sync-board';
import { SyncLoop } from './sync-loop';

export interface CreateSyncOptions {
  readonly karma: Karma;
  readonly queue: Configuration['sync']['queue'];
  readonly events: EventHub;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Called when a sync brought something new. */
  readonly onNews: () => void;
}

/** The sync of a server, with the queue that wakes it; what both do is told, measured and logged. */
export function createSync({ karma, queue, events, readiness, metrics, log, onNews }: CreateSyncOptions) {
  const sync = new SyncLoop({
    ...karma,
    board: new SyncBoard({
      records: karma.store.records,
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
      if (report.revisions > 0) onNews();
    },
    onError: (error) => {
      metrics.error('sync');
      log.error({ err: error }, 'a sync failed');
    },
  });
  const following = new AbortController();
  const follow = ({ url, ...access }: NonNullable<typeof queue>) =>
    followQueue({
      queue: openChangeQueue({ url, ...access }),
      sync,
      signal: following.signal,
      onEvents: (taken, accepted) => {
        metrics.hook('queue', 'accepted', accepted);
        metrics.hook('queue', 'ignored', taken - accepted);
      },
      onError: (error) => {
        metrics.error('queue');
        log.warn({ err: error, queue: url }, 'the queue of changes cannot be read');
      },
    });
  return {
    sync,
    start(): void {
      sync.start();
      if (queue) void follow(queue);
    },
    async stop(): Promise<void> {
      following.abort();
      await sync.stop();
    },
  };
}
