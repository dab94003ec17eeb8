import type { Graph, Observation, Revision } from '@karma/core';
import { z } from 'zod';
import { UnknownRevisionError } from '../errors';
import type { Append, Head, Lease, Rebuild, RevisionLog, RevisionSummary, WorldEntry } from '../ports';
import { append, rebuild } from './append';
import { hasContents, readContents } from './contents';
import { readHead } from './head';
import { acquireLease, releaseLease } from './lease';
import { readEntries, readObservations } from './pages';
import { readGraph } from './read-versions';
import { readRevision, readRevisionsSince, readSummaries } from './revisions';
import type { Sql } from './sql';

const cursorRow = z.object({ source: z.string(), cursor: z.string() });

/** The log's operations, bound to one connection. */
export class SqliteRevisionLog implements RevisionLog {
  constructor(
    private readonly sql: Sql,
    private readonly now: () => number,
    private readonly moved: (head: Head, revisions: readonly Revision[]) => void,
  ) {}

  async head(): Promise<Head> {
    return readHead(this.sql);
  }

  async acquireLease(holder: string, ttlMs: number): Promise<Lease> {
    return acquireLease(this.sql, { holder, ttlMs, now: this.now() });
  }

  async releaseLease(lease: Lease): Promise<void> {
    releaseLease(this.sql, lease);
  }

  async append(lease: Lease, expected: Head, batch: Append): Promise<Head> {
    const head = append(this.sql, lease, expected, batch);
    this.moved(head, batch.revisions);
    return head;
  }

  async rebuild(lease: Lease, expected: Head, batch: Rebuild): Promise<Head> {
    const head = rebuild(this.sql, lease, expected, batch);
    this.moved(head, batch.revisions);
    return head;
  }

  observations(): AsyncIterable<Observation> {
    return readObservations(this.sql);
  }

  async cursors(): Promise<ReadonlyMap<string, string>> {
    const rows = this.sql.all('SELECT source, cursor FROM source_cursor', cursorRow);
    return new Map(rows.map(({ source, cursor }) => [source, cursor]));
  }

  entries(): AsyncIterable<WorldEntry> {
    return readEntries(this.sql);
  }

  async hasContents(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    return hasContents(this.sql, hashes);
  }

  async contents(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return readContents(this.sql, hashes);
  }

  async revisions(query: Parameters<RevisionLog['revisions']>[0]): Promise<readonly RevisionSummary[]> {
    return readSummaries(this.sql, query);
  }

  async revision(keyOrNumber: string | number): Promise<Revision | undefined> {
    return readRevision(this.sql, keyOrNumber);
  }

  async changesSince(generation: number, number: number): Promise<readonly Revision[]> {
    return readRevisionsSince(this.sql, generation, number);
  }

  async graphAt(number: number): Promise<Graph> {
    return this.sql.read(() => {
      const { revision } = readHead(this.sql);
      if (number < 0 || number > revision) throw new UnknownRevisionError(number, revision);
      return readGraph(this.sql, number);
    });
  }
}
