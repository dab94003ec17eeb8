import Database from 'libsql';
import { z } from 'zod';

export type Value = string | number | null;

/** How long a write waits for another process to finish its own. */
const BUSY_MS = 10_000;

/** One connection: prepared statements by their text, typed rows, transactions. Everything is synchronous. */
export class Sql {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<[readonly Value[]]>>();

  constructor(file: string) {
    this.#database = new Database(file);
    this.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    this.exec('PRAGMA journal_mode = WAL');
    // In WAL mode, a crash of the process loses nothing, and one of the machine at most the last commits.
    this.exec('PRAGMA synchronous = NORMAL');
  }

  exec(text: string): void {
    this.#database.exec(text);
  }

  pragma(name: string): number {
    const row = z.record(z.string(), z.unknown()).parse(this.#prepared(`PRAGMA ${name}`).all([])[0]);
    return z.number().parse(row[name]);
  }

  /** @returns how many rows were written. */
  run(text: string, values: readonly Value[] = []): number {
    return this.#prepared(text).run(values).changes;
  }

  all<T>(text: string, row: z.ZodType<T>, values: readonly Value[] = []): T[] {
    return this.#prepared(text)
      .all(values)
      .map((found) => row.parse(found));
  }

  first<T>(text: string, row: z.ZodType<T>, values: readonly Value[] = []): T | undefined {
    return this.all(text, row, values)[0];
  }

  /** Runs all of it or nothing, alone among writers. */
  write<T>(work: () => T): T {
    return this.#transaction('IMMEDIATE', work);
  }

  /** Every read in it sees the same state of the file; one inside another joins it. */
  read<T>(work: () => T): T {
    return this.#database.inTransaction ? work() : this.#transaction('DEFERRED', work);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #transaction<T>(mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
    this.exec(`BEGIN ${mode}`);
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  #prepared(text: string): Database.Statement<[readonly Value[]]> {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare<[readonly Value[]]>(text);
    this.#statements.set(text, statement);
    return statement;
  }
}
