import type { Observation } from '@karma/core';
import type { Append, Head, RevisionLog } from '@karma/store';
import type { LazyLease } from './lease';
import { NO_PROGRESS, type Progress, type ProgressBySource, writeProgress } from './progress';

const MAX_HELD = 8_000_000;

/** Where the source stands after an observation, if it then stands elsewhere. */
export interface Advance {
  readonly at: string;
  /** Set after the last observation of a batch. */
  readonly cursor: string | undefined;
  readonly retired: boolean;
}

/** Writes to the log under one lease; knows its head and how far each source got. */
export class Writer {
  readonly #log: RevisionLog;
  readonly #lease: LazyLease;
  #head: Head;
  readonly #progress: Map<string, Progress>;
  readonly #moved = new Set<string>();
  #contents = new Map<string, string>();
  #held = 0;

  constructor(log: RevisionLog, lease: LazyLease, head: Head, progress: ProgressBySource) {
    this.#log = log;
    this.#lease = lease;
    this.#head = head;
    this.#progress = new Map(progress);
  }

  get head(): Head {
    return this.#head;
  }

  get progress(): ProgressBySource {
    return this.#progress;
  }

  /**
   * Keeps contents for the next write; many are written at once, since nothing can see them yet.
   * @returns whether they were written.
   */
  async keep(contents: ReadonlyMap<string, string>): Promise<boolean> {
    for (const [hash, content] of contents) {
      this.#contents.set(hash, content);
      this.#held += content.length;
    }
    if (this.#held > MAX_HELD) await this.write();
    return this.#held === 0;
  }

  /** Writes the contents and cursors kept so far. */
  async write(): Promise<void> {
    await this.append({ observations: [], entries: [], revisions: [] });
  }

  /** Notes that an observation of a source goes with the next write. */
  advance({ source, key, isPast }: Observation, { at, cursor, retired }: Advance): void {
    const before = this.#progress.get(source) ?? NO_PROGRESS;
    const covered = cursor === undefined ? {} : { cursor, coveredKey: key };
    const reached = isPast && before.at > at ? before.at : at;
    this.#progress.set(source, { ...before, ...covered, lastKey: key, at: reached, retired });
    this.#moved.add(source);
  }

  /** Notes that a source stands at a cursor though nothing more was seen. */
  setCursor(source: string, cursor: string): void {
    const before = this.#progress.get(source) ?? NO_PROGRESS;
    if (before.cursor === cursor && before.coveredKey === before.lastKey) return;
    this.#progress.set(source, { ...before, cursor, coveredKey: before.lastKey });
    this.#moved.add(source);
  }

  get hasMoved(): boolean {
    return this.#moved.size > 0;
  }

  async append(append: Omit<Append, 'contents' | 'cursors'>): Promise<void> {
    this.#head = await this.#log.append(await this.#lease.get(), this.#head, { ...append, ...this.#kept() });
  }

  async rebuild(keepUntil: number, append: Omit<Append, 'contents' | 'cursors'>): Promise<void> {
    const rebuild = { ...append, ...this.#kept(), keepUntil };
    this.#head = await this.#log.rebuild(await this.#lease.get(), this.#head, rebuild);
  }

  #kept(): Pick<Append, 'contents' | 'cursors'> {
    const contents = this.#contents;
    const cursors = new Map<string, string>();
    for (const source of this.#moved)
      cursors.set(source, writeProgress(this.#progress.get(source) ?? NO_PROGRESS));
    this.#contents = new Map();
    this.#held = 0;
    this.#moved.clear();
    return { contents, cursors };
  }
}
