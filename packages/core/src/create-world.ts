import { contentHash } from './hash';
import type { Observation, Origin, Subject } from './observation';
import type { ContentReader, Edit, Entry, MutableWorld, World } from './world';

/** Nothing is stored under a hash that the world refers to. */
export class MissingContentError extends Error {
  override readonly name = 'MissingContentError';
  constructor(readonly hash: string) {
    super(`No content is stored under ${hash}. The store is incomplete: ingest again.`);
  }
}

const DRAFT: Origin = { key: 'draft', actor: null, at: '9999-12-31T23:59:59.999Z', message: '' };

/** A world that overlays edits on another one; drafts' contents live in the overlay. */
class Overlay implements World {
  readonly #below: World;
  readonly #entries = new Map<Subject, Entry | null>();
  readonly #contents = new Map<string, string>();
  readonly size: number;

  constructor(below: World, edits: readonly Edit[]) {
    this.#below = below;
    for (const { subject, content } of edits) {
      if (content === null) {
        this.#entries.set(subject, null);
        continue;
      }
      const hash = contentHash(content);
      const before = below.entry(subject);
      this.#contents.set(hash, content);
      this.#entries.set(subject, before?.hash === hash ? before : { hash, origin: DRAFT });
    }
    let size = below.size;
    for (const [subject, entry] of this.#entries) {
      size += Number(entry !== null) - Number(below.entry(subject) !== undefined);
    }
    this.size = size;
  }

  entry(subject: Subject): Entry | undefined {
    const own = this.#entries.get(subject);
    return own === null ? undefined : (own ?? this.#below.entry(subject));
  }

  *subjects(): Iterable<Subject> {
    for (const subject of this.#below.subjects()) {
      if (!this.#entries.has(subject)) yield subject;
    }
    for (const [subject, entry] of this.#entries) {
      if (entry) yield subject;
    }
  }

  content(hash: string): string {
    return this.#contents.get(hash) ?? this.#below.content(hash);
  }

  with(edits: readonly Edit[]): World {
    return new Overlay(this, edits);
  }
}

class MapWorld implements MutableWorld {
  readonly #entries = new Map<Subject, Entry>();
  readonly #read: ContentReader;

  constructor(read: ContentReader) {
    this.#read = read;
  }

  get size(): number {
    return this.#entries.size;
  }

  entry(subject: Subject): Entry | undefined {
    return this.#entries.get(subject);
  }

  subjects(): Iterable<Subject> {
    return this.#entries.keys();
  }

  content(hash: string): string {
    const content = this.#read(hash);
    if (content === undefined) throw new MissingContentError(hash);
    return content;
  }

  with(edits: readonly Edit[]): World {
    return new Overlay(this, edits);
  }

  observe({ key, actor, at, message, changes }: Observation): Subject[] {
    const origin: Origin = { key, actor, at, message };
    const changed: Subject[] = [];
    for (const { subject, hash } of changes) {
      if (hash === null) {
        if (this.#entries.delete(subject)) changed.push(subject);
      } else if (this.#entries.get(subject)?.hash !== hash) {
        this.#entries.set(subject, { hash, origin });
        changed.push(subject);
      }
    }
    return changed;
  }
}

/**
 * An empty world. It holds hashes and origins; contents come from `readContent` when asked for.
 * Overlays keep reading this world, so fold nothing into it while one is in use.
 */
export function createWorld(readContent: ContentReader): MutableWorld {
  return new MapWorld(readContent);
}
