import { setTimeout as wait } from 'node:timers/promises';
import type { ChangeQueue } from '@karma/sources';
import { isOfChange } from './is-of-change';
import type { SyncLoop } from './sync-loop';

const STANDBY_MS = 2000;
const MAX_BACKOFF_MS = 60_000;

export interface FollowOptions {
  readonly queue: ChangeQueue;
  readonly sync: Pick<SyncLoop, 'nudge' | 'isLeading'>;
  readonly signal: AbortSignal;
  /** Called with how many events were taken, and how many concern a source. */
  readonly onEvents?: (taken: number, accepted: number) => void;
  /** Called when the queue cannot be read; it is tried again, ever more seldom. */
  readonly onError: (error: unknown) => void;
}

/**
 * Has sources asked as events come, until aborted. Only the process that asks the sources takes them.
 * Never throws.
 */
export async function followQueue({ queue, sync, signal, onEvents, onError }: FollowOptions): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (sync.isLeading) {
        const changes = await queue.receive(signal);
        const accepted = changes.filter((change) => sync.nudge(isOfChange(change)).length > 0);
        if (changes.length > 0) onEvents?.(changes.length, accepted.length);
      } else await wait(STANDBY_MS, undefined, { signal });
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      failures += 1;
      const longest = Math.min(1000 * 2 ** failures, MAX_BACKOFF_MS);
      await wait((longest * (1 + Math.random())) / 2, undefined, { signal }).catch(() => {});
    }
  }
}
