import type { Graph, Observation, Revision } from '@karma/core';
import { GenerationChangedError, StaleReaderError } from '../errors';
import type { Append, Head, Lease, Rebuild, RevisionLog, RevisionSummary, WorldEntry } from '../ports';
import type { Connection } from './connection';
import { hasContents, readContents } from './contents';
import { graphAt } from './graph-at';
import { headOf, readHeadVertex, readPinned } from './head-vertex';
import { acquireLease, releaseLease } from './lease';
import { readEntries, readObservations } from './lists';
import type { Names } from './names';
import { numberOfKey, readRevisions, readSummaries } from './revisions';
import { Writer } from './writer';

const ATTEMPTS = 5;

/** The log's operations, bound to one connection. */
export class GremlinRevisionLog implements RevisionLog {
  readonly #writer: Writer;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly now: () => number,
    private readonly moved: (head: Head) => void,
  ) {
    this.#writer = new Writer(connection, names);
  }

  /** One round trip. */
  async head(): Promise<Head> {
    return headOf(await readPinned(this.connection, this.names));
  }

  acquireLease(holder: string, ttlMs: number): Promise<Lease> {
    return acquireLease(this.connection, this.names, { holder, ttlMs, now: this.now() });
  }

  releaseLease(lease: Lease): Promise<void> {
    return releaseLease(this.connection, this.names, lease);
  }

  async append(lease: Lease, expected: Head, batch: Append): Promise<Head> {
    const head = await this.#writer.append(lease, expected, batch);
    this.moved(head);
    return head;
  }

  async rebuild(lease: Lease, expected: Head, batch: Rebuild): Promise<Head> {
    const head = await this.#writer.rebuild(lease, expected, batch);
    this.moved(head);
    return head;
  }

  observations(): AsyncIterable<Observation> {
    return readObservations(this.connection, this.names);
  }

  /** One round trip. */
  async cursors(): Promise<ReadonlyMap<string, string>> {
    const { cursors } = await readHeadVertex(this.connection, this.names);
    return new Map(Object.entries(cursors));
  }

  entries(): AsyncIterable<WorldEntry> {
    return readEntries(this.connection, this.names);
  }

  hasContents(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    return hasContents(this.connection, this.names, hashes);
  }

  contents(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return readContents(this.connection, this.names, hashes);
  }

  /** Two round trips. */
  async revisions(query: Parameters<RevisionLog['revisions']>[0]): Promise<readonly RevisionSummary[]> {
    return readSummaries(this.connection, this.names, await readPinned(this.connection, this.names), query);
  }

  /** Two round trips, three by key. */
  async revision(keyOrNumber: string | number): Promise<Revision | undefined> {
    const { connection, names } = this;
    return this.#settled(async () => {
      const head = await readPinned(connection, names);
      const number =
        typeof keyOrNumber === 'number'
          ? keyOrNumber
          : await numberOfKey(connection, names, head, keyOrNumber);
      if (number === undefined || number < 1 || number > head.revision) return undefined;
      const [found] = await collect(readRevisions(connection, names, head, number, number));
      return found;
    });
  }

  /** One round trip, and one for each 40 to 400 revisions. */
  async changesSince(generation: number, number: number): Promise<readonly Revision[]> {
    return this.#settled(async () => {
      const head = await readPinned(this.connection, this.names);
      if (head.generation !== generation) throw new GenerationChangedError(generation, head.generation);
      return collect(readRevisions(this.connection, this.names, head, number + 1, head.revision));
    });
  }

  async graphAt(number: number): Promise<Graph> {
    return this.#settled(() => graphAt(this.connection, this.names, number));
  }

  /** Asks again when somebody wrote meanwhile. */
  async #settled<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof StaleReaderError) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
