import type {
  Component,
  ComponentId,
  Dependency,
  Direction,
  Finding,
  Graph,
  Impact,
  Lineage,
  Link,
  Observation,
  Origin,
  Path,
  Revision,
  Subject,
} from '@karma/core';

/** Where the log stands. */
export interface Head {
  /** Grows by one when late history rebuilt the projection. */
  readonly generation: number;
  /** Number of the last revision; 0 before the first. */
  readonly revision: number;
  /** Key of the last revision; empty before the first. */
  readonly key: string;
  /** How many observations the log holds. */
  readonly observations: number;
}

/** The right to write. A later lease has a greater token; a write with an older one is refused. */
export interface Lease {
  readonly token: number;
  readonly holder: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A revision without its change set. */
export type RevisionSummary = Omit<Revision, 'changes'> & {
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  /** The first few components that it touched, for people. */
  readonly touched: readonly ComponentId[];
};

/** What becomes of one subject of the world; `entry: null` is gone. */
export interface EntryChange {
  readonly subject: Subject;
  readonly entry: { readonly hash: string; readonly origin: Origin } | null;
}

export interface Append {
  /** A source may bring a key again after its history was rewound. */
  readonly observations: readonly Observation[];
  /** Contents that the observations refer to, by hash; those already stored may be left out. */
  readonly contents: ReadonlyMap<string, string>;
  /** What the observations make of the world: upserts and deletions of `entries()`. The store folds nothing itself. */
  readonly entries: readonly EntryChange[];
  /** How far each source got, opaque to the store; stored with the observations. Sources left out stay. */
  readonly cursors: ReadonlyMap<string, string>;
  /** Consecutive, starting at head.revision + 1. Observations that changed nothing have none. */
  readonly revisions: readonly Revision[];
}

/** What the world holds under one subject. */
export interface WorldEntry {
  readonly subject: Subject;
  readonly hash: string;
  readonly origin: Origin;
}

export interface Rebuild extends Append {
  /** Revisions after this number are dropped and replaced by `revisions`, which start at the next; 0 drops all. */
  readonly keepUntil: number;
}

/**
 * The append-only truth and its projection. Every write is atomic: a reader, or a process that starts after a crash,
 * sees all of it or nothing.
 */
export interface RevisionLog {
  head(): Promise<Head>;
  /** @throws LeaseHeldError when another holder's lease has not expired. Renewing one's own lease keeps the token. */
  acquireLease(holder: string, ttlMs: number): Promise<Lease>;
  releaseLease(lease: Lease): Promise<void>;
  /**
   * @throws FencedError when the lease was released, or a later one was given out.
   * @throws ConflictError when the head moved meanwhile.
   * @throws InvalidAppendError when it does not follow from what is stored. Nothing is written in any of these cases.
   */
  append(lease: Lease, expected: Head, append: Append): Promise<Head>;
  /** Replaces the tail of the projection in a new generation, swapped in at once. Errors as `append`. */
  rebuild(lease: Lease, expected: Head, rebuild: Rebuild): Promise<Head>;
  /** All observations in the order of appending. */
  observations(): AsyncIterable<Observation>;
  /** By source, as last appended. */
  cursors(): Promise<ReadonlyMap<string, string>>;
  /** The world at the head: subject → content hash and origin. */
  entries(): AsyncIterable<WorldEntry>;
  hasContents(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  contents(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Newest first. `before` is a revision number (exclusive); `component` keeps those that touched it. */
  revisions(query: {
    readonly before?: number;
    readonly limit: number;
    readonly component?: ComponentId;
  }): Promise<readonly RevisionSummary[]>;
  /** By stable key or number. A key may repeat (a commit that reached two branches): the newest is meant. */
  revision(keyOrNumber: string | number): Promise<Revision | undefined>;
  /** Revisions after `number`, oldest first, with change sets. @throws GenerationChangedError. */
  changesSince(generation: number, number: number): Promise<readonly Revision[]>;
  /** The whole graph as of a revision; 0 is the empty graph. @throws UnknownRevisionError */
  graphAt(number: number): Promise<Graph>;
}

export interface SliceQuery {
  readonly environment?: string;
  readonly types?: readonly string[];
  readonly statuses?: readonly string[];
  /** `key=value` or `key`. */
  readonly tags?: readonly string[];
  readonly owner?: string;
  /** Finding kinds; an empty list means any finding. */
  readonly findings?: readonly string[];
  /** Substring of nickname or type, ASCII letters without case. */
  readonly text?: string;
  readonly limit: number;
}

export interface Slice {
  readonly components: readonly Component[];
  /** Both ends are in `components`. */
  readonly dependencies: readonly Dependency[];
  readonly findings: readonly Finding[];
  /** How many components match in all. */
  readonly total: number;
}

/**
 * Reads of the graph at one revision: the head when the reader was taken. Take one for each request.
 *
 * Any call may throw StaleReaderError after the head moved: take a new reader and ask again, or let `readGraph` do
 * so. No call ever answers from another revision than `head`.
 *
 * Lists of components and findings are sorted by id, dependencies by `from`, then `to`. What starts at a component
 * throws UnknownComponentError when there is none; `component`, `components` and `dependencies` leave it out.
 */
export interface GraphReader {
  /** The revision that this reader is pinned to. */
  readonly head: Head;
  component(id: ComponentId): Promise<Component | undefined>;
  components(ids: readonly ComponentId[]): Promise<readonly Component[]>;
  /** Every id, unordered; the feed of the text index. */
  ids(): AsyncIterable<ComponentId>;
  findings(query: {
    readonly component?: ComponentId;
    readonly environment?: string;
  }): Promise<readonly Finding[]>;
  /** Dependencies in which the component is consumer (`upstream`), provider (`downstream`), or either. */
  dependencies(id: ComponentId, direction: Direction): Promise<readonly Dependency[]>;
  dependency(from: ComponentId, to: ComponentId): Promise<Dependency | undefined>;
  /** The component and those within `depth` steps, the nearest first up to `limit`, and every dependency between. */
  neighbourhood(query: {
    readonly id: ComponentId;
    readonly direction: Direction;
    readonly depth: number;
    readonly limit: number;
  }): Promise<Slice>;
  /** The links whose two ends are both among the ids, by consumer, then provider. Unknown ids have none. */
  links(ids: readonly ComponentId[]): Promise<readonly Link[]>;
  slice(query: SliceQuery): Promise<Slice>;
  lineage(query: {
    readonly id: ComponentId;
    readonly direction: Direction;
    readonly depth: number;
    readonly limit: number;
  }): Promise<Lineage>;
  impact(query: {
    readonly id: ComponentId;
    readonly output?: string;
    readonly depth: number;
    readonly limit: number;
    readonly waves: boolean;
  }): Promise<Impact>;
  /** Shortest path between two sets, following dependencies from `from` first, against them otherwise. */
  path(from: readonly ComponentId[], to: readonly ComponentId[]): Promise<Path | null>;
  /** Counts for the overview, one row an environment. */
  summary(): Promise<readonly EnvironmentSummary[]>;
}

export interface EnvironmentSummary {
  readonly environment: string;
  readonly components: number;
  readonly dependencies: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byType: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<string, number>>;
  readonly byFinding: Readonly<Record<string, number>>;
  readonly owners: Readonly<Record<string, number>>;
  /** The component with the most components downstream, and how many; see `largestImpact` of core. */
  readonly largestImpact: { readonly id: ComponentId; readonly count: number } | null;
}

export const RECORD_KINDS = [
  'proposal',
  'publish-run',
  'acknowledgement',
  'saved-view',
  'audit',
  'sync',
  'deployment-report',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface StoredRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** Grows by one with each write; optimistic locking. */
  readonly version: number;
  readonly updatedAt: string;
  /** JSON. */
  readonly body: unknown;
}

/** Small documents beside the graph. */
export interface Records {
  get(kind: RecordKind, id: string): Promise<StoredRecord | undefined>;
  list(
    kind: RecordKind,
    query: { readonly limit: number; readonly after?: string },
  ): Promise<readonly StoredRecord[]>;
  /** @throws ConflictError when `expectedVersion` (0 for a new one) is not the stored one. */
  put(kind: RecordKind, id: string, body: unknown, expectedVersion: number): Promise<StoredRecord>;
  delete(kind: RecordKind, id: string): Promise<void>;
}

/** What an adapter offers: the three ports over one store. */
export interface Store {
  readonly log: RevisionLog;
  readonly records: Records;
  /** A reader pinned to the current head; cheap, shares memory with the others. */
  reader(): Promise<GraphReader>;
  /**
   * Calls back after the head moved: at once when this store moved it, soon when another process did. Returns the
   * unsubscribe function. What a listener throws becomes a warning of the process: neither the write nor the other
   * listeners suffer from it.
   */
  onHead(listener: (head: Head) => void): () => void;
  close(): Promise<void>;
}
