import { apply, type Graph, type Observation, type Revision, type Subject } from '@karma/core';
import { GenerationChangedError, UnknownRevisionError } from '../errors';
import { checkConsecutive, checkHead, checkLease, EMPTY_HEAD, headAfter, nextLease } from '../head';
import type { Append, Head, Lease, Rebuild, RevisionLog, WorldEntry } from '../ports';
import { summarize, touchedComponents } from '../revision-summary';

const EMPTY_GRAPH: Graph = { components: new Map(), dependencies: new Map(), findings: new Map() };

/** The log as plain lists; every graph is the fold of all change sets before it. */
export class MemoryRevisionLog implements RevisionLog {
  #head = EMPTY_HEAD;
  #lease: Lease | null = null;
  #token = 0;
  readonly #observations: Observation[] = [];
  readonly #contents = new Map<string, string>();
  readonly #cursors = new Map<string, string>();
  #revisions: Revision[] = [];
  readonly #entries = new Map<Subject, WorldEntry>();

  constructor(
    private readonly now: () => number,
    private readonly moved: (head: Head) => void,
  ) {}

  async head(): Promise<Head> {
    return this.#head;
  }

  async acquireLease(holder: string, ttlMs: number): Promise<Lease> {
    const current = { lease: this.#lease, token: this.#token };
    this.#lease = nextLease(current, { holder, ttlMs, now: this.now() });
    this.#token = this.#lease.token;
    return this.#lease;
  }

  async releaseLease(lease: Lease): Promise<void> {
    if (this.#lease?.token === lease.token) this.#lease = null;
  }

  async append(lease: Lease, expected: Head, append: Append): Promise<Head> {
    this.#check(lease, expected);
    checkConsecutive(this.#head.revision, append);
    return this.#commit(headAfter(this.#head, append), append);
  }

  async rebuild(lease: Lease, expected: Head, rebuild: Rebuild): Promise<Head> {
    this.#check(lease, expected);
    checkConsecutive(rebuild.keepUntil, rebuild);
    this.#revisions = this.#revisions.slice(0, rebuild.keepUntil);
    const base = {
      ...this.#head,
      generation: this.#head.generation + 1,
      revision: rebuild.keepUntil,
      key: this.#revisions.at(-1)?.key ?? '',
    };
    return this.#commit(headAfter(base, rebuild), rebuild);
  }

  async *observations(): AsyncIterable<Observation> {
    yield* this.#observations;
  }

  async cursors(): Promise<ReadonlyMap<string, string>> {
    return new Map(this.#cursors);
  }

  async *entries(): AsyncIterable<WorldEntry> {
    yield* this.#entries.values();
  }

  async hasContents(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(hashes.filter((hash) => this.#contents.has(hash)));
  }

  async contents(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map(
      hashes.flatMap((hash) => {
        const text = this.#contents.get(hash);
        return text === undefined ? [] : [[hash, text] as const];
      }),
    );
  }

  async revisions(query: Parameters<RevisionLog['revisions']>[0]) {
    const { before = Number.POSITIVE_INFINITY, limit, component } = query;
    return this.#revisions
      .filter(({ number }) => number < before)
      .filter((revision) => component === undefined || touchedComponents(revision).includes(component))
      .reverse()
      .slice(0, limit)
      .map(summarize);
  }

  async revision(keyOrNumber: string | number): Promise<Revision | undefined> {
    return this.#revisions.findLast(({ key, number }) => key === keyOrNumber || number === keyOrNumber);
  }

  async changesSince(generation: number, number: number): Promise<readonly Revision[]> {
    if (generation !== this.#head.generation) {
      throw new GenerationChangedError(generation, this.#head.generation);
    }
    return this.#revisions.slice(number);
  }

  async graphAt(number: number): Promise<Graph> {
    if (number < 0 || number > this.#head.revision) {
      throw new UnknownRevisionError(number, this.#head.revision);
    }
    return this.#revisions
      .slice(0, number)
      .reduce((graph, { changes }) => apply(graph, changes), EMPTY_GRAPH);
  }

  #check(lease: Lease, expected: Head): void {
    checkLease(lease, { token: this.#token, held: this.#lease !== null });
    checkHead(this.#head, expected);
  }

  #commit(head: Head, { observations, contents, entries, cursors, revisions }: Append): Head {
    for (const observation of observations) this.#observations.push(observation);
    for (const revision of revisions) this.#revisions.push(revision);
    for (const [hash, text] of contents) this.#contents.set(hash, text);
    for (const { subject, entry } of entries) {
      if (entry) this.#entries.set(subject, { subject, ...entry });
      else this.#entries.delete(subject);
    }
    for (const [source, cursor] of cursors) this.#cursors.set(source, cursor);
    this.#head = head;
    this.moved(head);
    return head;
  }
}
