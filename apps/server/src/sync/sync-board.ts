import { ConflictError, type Records } from '@karma/store';
import { z } from 'zod';
import { isNews, type SourceStatus, sourceStatusSchema } from './source-status';

const TTL_MS = 30_000;
const KIND = 'sync';
const ID = 'board';

const boardSchema = z.object({
  /** Who asks the sources; empty when nobody does. */
  holder: z.string(),
  /** Until when, unless renewed: milliseconds of the epoch. */
  until: z.number(),
  sources: z.array(sourceStatusSchema).readonly(),
});
type Board = z.infer<typeof boardSchema>;

const EMPTY: Board = { holder: '', until: 0, sources: [] };

export interface SyncBoardOptions {
  readonly records: Records;
  /** Names this process. */
  readonly holder: string;
  /** Whether the process of that name is known to have died: its place is then free at once. */
  readonly isGone: (holder: string) => boolean;
  readonly now: () => number;
}

/**
 * What the processes on one store tell each other: which of them asks the sources, and how these are doing. It outlives
 * them all, so that it stays known since when a source is in trouble. Two may lead for a moment; that costs work, no
 * truth: what is written is guarded by the lease of the log.
 */
export class SyncBoard {
  readonly #options: SyncBoardOptions;
  #written: readonly SourceStatus[] = [];
  #renewedAt = 0;

  constructor(options: SyncBoardOptions) {
    this.#options = options;
  }

  /** How the sources were doing when somebody last wrote it down. */
  async read(): Promise<readonly SourceStatus[]> {
    return (await this.#get()).board.sources;
  }

  /**
   * Takes the lead, or keeps it, and writes down how the sources are doing.
   * @param force also when another process has it.
   * @returns whether this process leads.
   */
  async lead(sources: readonly SourceStatus[], { force = false } = {}): Promise<boolean> {
    const { holder, now } = this.#options;
    const { board, version } = await this.#get();
    const isOurs = board.holder === holder;
    if (!isOurs && !force && this.#isHeld(board)) return false;
    const isFresh = now() - this.#renewedAt < TTL_MS / 3;
    if (isOurs && isFresh && !isNews(this.#written, sources)) return true;
    if (!(await this.#put({ holder, until: now() + TTL_MS, sources }, version))) return false;
    this.#written = sources;
    this.#renewedAt = now();
    return true;
  }

  /** Lets another process take the lead at once. */
  async release(sources: readonly SourceStatus[]): Promise<void> {
    const { board, version } = await this.#get();
    if (board.holder === this.#options.holder) await this.#put({ ...EMPTY, sources }, version);
  }

  #isHeld({ holder, until }: Board): boolean {
    return holder !== '' && until > this.#options.now() && !this.#options.isGone(holder);
  }

  async #get(): Promise<{ readonly board: Board; readonly version: number }> {
    const record = await this.#options.records.get(KIND, ID);
    // What another Karma wrote in its own way counts as nothing: it is only about the present.
    const board = boardSchema.safeParse(record?.body);
    return { board: board.success ? board.data : EMPTY, version: record?.version ?? 0 };
  }

  async #put(board: Board, version: number): Promise<boolean> {
    try {
      await this.#options.records.put(KIND, ID, board, version);
      return true;
    } catch (error) {
      if (error instanceof ConflictError) return false;
      throw error;
    }
  }
}
