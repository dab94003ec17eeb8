import type { Store } from '@karma/store';
import type { Logger } from '../observe/create-logger';

/** Whether this process should be sent requests, and if not, why. */
export class Readiness {
  #isWarm = false;
  #isSynced = false;
  #isStopping = false;

  constructor(
    private readonly store: Store,
    private readonly log: Logger,
  ) {}

  /** What the first question would have had to wait for is loaded. */
  warm(): void {
    this.#isWarm = true;
  }

  /** A sync went through: an empty graph is now the truth. */
  synced(): void {
    this.#isSynced = true;
  }

  stop(): void {
    this.#isStopping = true;
  }

  /** `null` when it is ready. Anybody may ask, so it names no place and quotes no error: the log does. */
  async reason(): Promise<string | null> {
    if (this.#isStopping) return 'It is shutting down.';
    if (!this.#isWarm) return 'The graph is being loaded.';
    try {
      const { revision } = await this.store.log.head();
      return revision > 0 || this.#isSynced ? null : 'The first sync is running.';
    } catch (error) {
      this.log.warn({ err: error }, 'the store does not answer');
      return 'The store does not answer.';
    }
  }
}
