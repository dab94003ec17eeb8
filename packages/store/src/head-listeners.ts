import { isSameHead } from './head';
import type { Head } from './ports';

/** Who wants to know that the head moved. */
export class HeadListeners {
  readonly #listeners = new Set<(head: Head) => void>();

  constructor(private known: Head) {}

  add(listener: (head: Head) => void): () => void {
    // A set would take the same function only once, and one of two subscribers would end both.
    const own = (head: Head) => listener(head);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Tells of the head, unless it is where it was. See `Store.onHead`. */
  notify(head: Head): void {
    if (isSameHead(head, this.known)) return;
    this.known = head;
    for (const listener of [...this.#listeners]) {
      try {
        listener(head);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
