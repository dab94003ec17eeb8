import type { PlacementId } from '@karma/core';
import type { Payloads, QueryContext } from '@karma/query';
import {
  GenerationChangedError,
  type GraphReader,
  type Head,
  StaleReaderError,
  type Store,
} from '@karma/store';
import { GraphMemory } from './graph-memory';

/** More revisions than this behind, loading anew is quicker. */
const MAX_BEHIND = 1000;

/** The graph at the head, for queries: loaded with the first one, moved on by change sets. */
export class PresentMemory {
  readonly #store: Store;
  readonly #placementName: (id: PlacementId) => string;
  #loaded: { readonly head: Head; readonly memory: GraphMemory } | undefined;
  #following: Promise<unknown> = Promise.resolve();

  constructor(store: Store, placementName: (id: PlacementId) => string) {
    this.#store = store;
    this.#placementName = placementName;
  }

  /** As `View.queryContext`, at the head of the reader. @throws StaleReaderError */
  async context(reader: GraphReader, payloads: Payloads, now: number): Promise<QueryContext> {
    // One after the other, so that no change set is applied twice.
    const following = this.#following.then(() => this.#follow(reader));
    this.#following = following.catch(() => undefined);
    const memory = await following;
    const context = await memory.context(this.#store.log, payloads, now);
    if (!context || !isSame(this.#loaded?.head, reader.head)) throw new StaleReaderError(reader.head);
    return context;
  }

  async #follow(reader: GraphReader): Promise<GraphMemory> {
    const { head } = reader;
    const known = this.#loaded;
    if (known?.head.generation === head.generation) {
      const behind = head.revision - known.head.revision;
      if (behind < 0) throw new StaleReaderError(head);
      if (behind === 0) return known.memory;
      if (behind <= MAX_BEHIND && (await this.#catchUp(known.memory, known.head, head))) return known.memory;
    }
    const memory = await GraphMemory.load(reader, this.#placementName);
    this.#loaded = { head, memory };
    return memory;
  }

  async #catchUp(memory: GraphMemory, from: Head, to: Head): Promise<boolean> {
    try {
      const revisions = await this.#store.log.changesSince(from.generation, from.revision);
      for (const { number, changes } of revisions) if (number <= to.revision) memory.apply(changes);
      this.#loaded = { head: to, memory };
      return true;
    } catch (error) {
      if (error instanceof GenerationChangedError) return false;
      throw error;
    }
  }
}

function isSame(a: Head | undefined, b: Head): boolean {
  return a?.generation === b.generation && a.revision === b.revision;
}
