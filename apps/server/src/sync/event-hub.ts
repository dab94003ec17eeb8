import { EventEmitter, on } from 'node:events';
import type { ComponentId } from '@karma/core';
import type { Head, RevisionSummary, Store } from '@karma/store';
import type { SourceStatus } from './source-status';

const FOLD_MS = 100;
const MAX_TOUCHED = 500;

export type LiveEvent =
  | {
      readonly kind: 'head';
      readonly head: Head;
      readonly touched: readonly ComponentId[] | null;
      readonly latest: RevisionSummary | null;
    }
  | { readonly kind: 'sources'; readonly sources: readonly SourceStatus[] };

/** Tells every listener what happened; moves of the head that follow each other closely are told as one. */
export class EventHub {
  readonly #store: Store;
  readonly #beforeHead: () => Promise<void>;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #unsubscribe: () => void;
  #told: Head;
  #timer: NodeJS.Timeout | undefined;

  /** @param beforeHead runs before a move of the head is told. */
  constructor(store: Store, head: Head, beforeHead: () => Promise<void>) {
    this.#store = store;
    this.#told = head;
    this.#beforeHead = beforeHead;
    this.#unsubscribe = store.onHead(() => {
      this.#timer ??= setTimeout(() => void this.#tellHead().catch(() => {}), FOLD_MS);
    });
  }

  tell(event: LiveEvent): void {
    this.#emitter.emit('event', event);
  }

  async *listen(signal: AbortSignal | undefined): AsyncGenerator<LiveEvent> {
    try {
      for await (const [event] of on(this.#emitter, 'event', signal ? { signal } : {})) yield event;
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }

  close(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  async #tellHead(): Promise<void> {
    this.#timer = undefined;
    const before = this.#told;
    const head = await this.#store.log.head();
    if (head.generation === before.generation && head.revision === before.revision) return;
    this.#told = head;
    await this.#beforeHead();
    const [latest = null] = await this.#store.log.revisions({ limit: 1 });
    this.tell({ kind: 'head', head, touched: await this.#touchedSince(before, head), latest });
  }

  async #touchedSince(before: Head, head: Head): Promise<readonly ComponentId[] | null> {
    if (head.generation !== before.generation || head.revision - before.revision > 100) return null;
    const touched = new Set<ComponentId>();
    for (const { changes } of await this.#store.log.changesSince(before.generation, before.revision)) {
      for (const change of changes.components) {
        const component = change.after ?? change.before;
        if (component) touched.add(component.id);
      }
    }
    return touched.size > MAX_TOUCHED ? null : [...touched].sort();
  }
}
