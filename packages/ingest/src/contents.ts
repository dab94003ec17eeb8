import { type ContentReader, MissingContentError, type World } from '@karma/core';
import type { RevisionLog } from '@karma/store';

const CHUNK = 5000;
const MAX_HELD = 16_000_000;
const MAX_MISSES = 8;

/** The contents that pure code reads while it runs, fetched from the store in bulk. */
export class Contents {
  readonly #log: Pick<RevisionLog, 'contents'>;
  readonly #held = new Map<string, string>();
  #size = 0;

  constructor(log: Pick<RevisionLog, 'contents'>) {
    this.#log = log;
  }

  readonly read: ContentReader = (hash) => this.#held.get(hash);

  hold(contents: ReadonlyMap<string, string>): void {
    for (const [hash, content] of contents) {
      if (!this.#held.has(hash)) this.#size += content.length;
      this.#held.set(hash, content);
    }
  }

  async fetch(hashes: Iterable<string>): Promise<void> {
    const unknown = [...new Set(hashes)].filter((hash) => !this.#held.has(hash));
    for (let start = 0; start < unknown.length; start += CHUNK)
      this.hold(await this.#log.contents(unknown.slice(start, start + CHUNK)));
  }

  /**
   * Does pure work on a world; when it lacks a content that the store has, fetches it and does the work again. Work
   * that keeps lacking one after another gets all that the world holds, or it would be done once for each.
   */
  async provide<T>(world: World, work: () => T): Promise<T> {
    for (let misses = 1; ; misses++) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof MissingContentError)) throw error;
        await this.fetch(misses <= MAX_MISSES ? [error.hash] : hashesOf(world));
        if (!this.#held.has(error.hash)) throw error;
      }
    }
  }

  /** Lets go of what it holds when that is much. Only what the store has may be held then. */
  trim(): void {
    if (this.#size < MAX_HELD) return;
    this.#held.clear();
    this.#size = 0;
  }
}

function* hashesOf(world: World): Iterable<string> {
  for (const subject of world.subjects()) {
    const entry = world.entry(subject);
    if (entry) yield entry.hash;
  }
}
