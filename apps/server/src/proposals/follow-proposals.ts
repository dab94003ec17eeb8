import { setTimeout as wait } from 'node:timers/promises';
import { ForgeError, type ForgeProblem } from '@karma/forge';
import { ConflictError } from '@karma/store';
import type { Proposals } from './proposals';

/** A forge that says this says it of every proposal. */
const GENERAL: readonly ForgeProblem[] = ['unreachable', 'rate-limit', 'unauthorised'];
const MAX_DOUBLINGS = 4;

export interface FollowOptions {
  readonly proposals: Pick<Proposals, 'open' | 'refresh'>;
  /** One process asks for all. */
  readonly isLeading: () => boolean;
  /** From the end of one round to the next; doubles with each round that fails, up to 16 times as long. */
  readonly everyMs: number;
  /** Between two questions, and the least between two rounds. */
  readonly pauseMs: number;
  readonly onError: (error: unknown, id: string | null) => void;
}

export interface Following {
  /** Something changed at the sources: proposals may have been merged. Asks soon, unless the forge is in trouble. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Asks again and again what became of open proposals, one after the other, beside everything else. */
export function followProposals(options: FollowOptions): Following {
  const { proposals, isLeading, everyMs, pauseMs, onError } = options;
  const end = new AbortController();
  let nudged = new AbortController();

  /** @returns whether the forge answered. */
  const round = async (): Promise<boolean> => {
    for (const id of await proposals.open()) {
      if (end.signal.aborted) return true;
      try {
        await proposals.refresh(id);
      } catch (error) {
        // Somebody else brought it up to date.
        if (error instanceof ConflictError) continue;
        onError(error, id);
        if (error instanceof ForgeError && GENERAL.includes(error.problem)) return false;
      }
      await wait(pauseMs, undefined, { signal: end.signal });
    }
    return true;
  };

  const follow = async () => {
    let failures = 0;
    while (!end.signal.aborted) {
      nudged = new AbortController();
      const isAnswering =
        !isLeading() || (await round().catch((error) => failed(error, end.signal, onError)));
      failures = isAnswering ? 0 : Math.min(failures + 1, MAX_DOUBLINGS);
      const woken = failures > 0 ? [end.signal] : [end.signal, nudged.signal];
      await sleep(pauseMs, end.signal);
      await sleep(everyMs * 2 ** failures, AbortSignal.any(woken));
    }
  };
  const following = follow();
  return {
    nudge: () => nudged.abort(),
    async stop() {
      end.abort();
      await following;
    },
  };
}

function failed(error: unknown, end: AbortSignal, onError: FollowOptions['onError']): boolean {
  if (!end.aborted) onError(error, null);
  return false;
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => {});
}
