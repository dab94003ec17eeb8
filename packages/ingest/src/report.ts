import type { SourceProblem } from '@karma/sources';
import type { Head } from '@karma/store';

/** How it went with one source that was asked. */
export interface SourceReport {
  readonly name: string;
  readonly state: 'ok' | 'failed';
  /** How many new observations it brought. */
  readonly observations: number;
  /** Set when it failed: what, and what to do about it. */
  readonly error: { readonly reason: string; readonly remedy: string } | null;
  /** What it holds and cannot read. */
  readonly problems: readonly SourceProblem[];
  /** Where it stands, see `Source.position`; `null` also before it was first read. */
  readonly position: string | null;
  /** How long asking it took, in milliseconds. */
  readonly durationMs: number;
}

/** What one ingest did. */
export interface IngestReport {
  readonly head: Head;
  readonly observations: number;
  /** New revisions; when history was rebuilt, all after the kept ones. */
  readonly revisions: number;
  /** Late or rewritten history led to a new generation. */
  readonly rebuilt: boolean;
  /** Those that were asked. */
  readonly sources: readonly SourceReport[];
}

/** How far an ingest is; `total` is null where it is not known. */
export interface IngestProgress {
  readonly phase: 'observe' | 'load' | 'project';
  /** The source being observed. */
  readonly source: string | null;
  readonly done: number;
  readonly total: number | null;
}
