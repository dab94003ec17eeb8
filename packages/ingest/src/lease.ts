import { setTimeout as wait } from 'node:timers/promises';
import { type Lease, LeaseHeldError, type RevisionLog } from '@karma/store';

const TTL_MS = 30_000;
const PATIENCE_MS = 5_000;
const RETRY_MS = 100;

export interface LeaseOptions {
  /** Names this process to others that want to write. */
  readonly holder: string;
  /** Whether the process that a lease names is known to have died: its lease is then taken over at once. */
  readonly isGone: (holder: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The right to write, acquired when first needed, renewed while it lasts. */
export class LazyLease {
  readonly #log: RevisionLog;
  readonly #options: LeaseOptions;
  #lease: Promise<Lease> | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(log: RevisionLog, options: LeaseOptions) {
    this.#log = log;
    this.#options = options;
  }

  /** @throws LeaseHeldError when somebody else goes on writing. */
  get(): Promise<Lease> {
    this.#lease ??= this.#acquire();
    return this.#lease;
  }

  async release(): Promise<void> {
    clearInterval(this.#renewal);
    const lease = await this.#lease?.catch(() => undefined);
    if (lease) await this.#log.releaseLease(lease);
  }

  async #acquire(): Promise<Lease> {
    const { holder, isGone, signal } = this.#options;
    const deadline = Date.now() + PATIENCE_MS;
    let as = holder;
    for (;;) {
      try {
        const lease = await this.#log.acquireLease(as, TTL_MS);
        // A renewal that fails shows at the next write, which is fenced.
        this.#renewal = setInterval(
          () => void this.#log.acquireLease(as, TTL_MS).catch(() => {}),
          TTL_MS / 3,
        );
        this.#renewal.unref();
        return lease;
      } catch (error) {
        if (!(error instanceof LeaseHeldError)) throw error;
        if (isGone(error.holder)) as = error.holder;
        else if (Date.now() > deadline) throw error;
        else await wait(RETRY_MS, undefined, signal ? { signal } : {});
      }
    }
  }
}
