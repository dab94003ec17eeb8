import { z } from 'zod';
import { EMPTY_HEAD } from '../head';
import type { EnvironmentSummary, Head, Lease } from '../ports';
import type { Connection } from './connection';
import { vertex } from './elements';
import { __, g, type Traversal } from './language';
import type { Names } from './names';

const closedSchema = z.object({
  components: z.array(z.string()).readonly(),
  dependencies: z.array(z.object({ from: z.string(), pair: z.string() })).readonly(),
  findings: z.array(z.object({ anchor: z.string(), id: z.string() })).readonly(),
});

/** Keys of elements that a write ended: vertex ids of components, and what tells dependencies and findings apart. */
export type Closed = z.infer<typeof closedSchema>;

const json = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

const headShape = {
  generation: z.number(),
  revision: z.number(),
  key: z.string(),
  observations: z.number(),
};

/** The revisions from `from` on are those that were written in this generation, until the next span begins. */
const spansSchema = z.array(z.object({ generation: z.number(), from: z.number() }));
export type Spans = z.infer<typeof spansSchema>;

const pinnedSchema = z.object({ ...headShape, write: z.number(), spans: json(spansSchema) });

/** The head, the number of the write that made it so, and where its revisions are. */
export type Pinned = z.infer<typeof pinnedSchema>;

/**
 * The one vertex that says what counts: everything else is there or not by what it says. Properties:
 * - `write`: number of the last write that counts; `given`: the last number given out;
 * - `vacuumed`: what ended at or before this write may be gone; `closed`, `dead`: what ended in the last write, and
 *   before it, still to be dropped;
 * - `staging`: number of a large write that is under way, or was when its writer died; 0 if none;
 * - `cleaning`: 1 when a large write left things to drop;
 * - `beat`: the mark of the last step, of a write or a lease.
 */
const vertexSchema = z.object({
  ...pinnedSchema.shape,
  given: z.number(),
  vacuumed: z.number(),
  closed: json(closedSchema),
  dead: json(closedSchema),
  staging: z.number(),
  cleaning: z.number(),
  observationChunks: z.number(),
  entryChunks: z.number(),
  cursors: json(z.record(z.string(), z.string())),
  summary: json(z.array(z.custom<EnvironmentSummary>()).readonly()),
  token: z.number(),
  holder: z.string(),
  expiresAt: z.string(),
});
export type HeadVertex = z.infer<typeof vertexSchema>;

export const NOTHING_CLOSED: Closed = { components: [], dependencies: [], findings: [] };

const EMPTY: HeadVertex = {
  ...EMPTY_HEAD,
  write: 0,
  spans: [{ generation: EMPTY_HEAD.generation, from: 1 }],
  given: 0,
  vacuumed: 0,
  closed: NOTHING_CLOSED,
  dead: NOTHING_CLOSED,
  staging: 0,
  cleaning: 0,
  observationChunks: 0,
  entryChunks: 0,
  cursors: {},
  summary: [],
  token: 0,
  holder: '',
  expiresAt: '',
};

/** Properties as they are written. */
export function headProperties(head: Partial<HeadVertex>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(head).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  );
}

const properties = (traversal: Traversal) => traversal.by(__.unfold());
const asObject = z.map(z.string(), z.unknown()).transform((map) => Object.fromEntries(map));

/** One round trip. */
export async function readHeadVertex(connection: Connection, names: Names): Promise<HeadVertex> {
  const [found] = await connection.submit(properties(g.V(names.head).valueMap()));
  return vertexSchema.parse(asObject.parse(found));
}

const pinned = (names: Names) => properties(g.V(names.head).valueMap(...Object.keys(pinnedSchema.shape)));

/** One round trip. */
export async function readPinned(connection: Connection, names: Names): Promise<Pinned> {
  const [found] = await connection.submit(pinned(names));
  return pinnedSchema.parse(asObject.parse(found));
}

/** As a replica has it, where even the head of a new store may not have arrived. One round trip. */
export async function findPinned(replica: Connection, names: Names): Promise<Pinned | undefined> {
  const [found] = await replica.submit(pinned(names));
  return found === undefined ? undefined : pinnedSchema.parse(asObject.parse(found));
}

/** Makes the vertex where there is none. Two round trips at most. */
export async function createHeadVertex(connection: Connection, names: Names): Promise<void> {
  const created = vertex(names.head, 'Head', headProperties(EMPTY));
  const isMissing = __.not(__.V(names.head));
  await connection.submit(g.inject(0).where(isMissing).constant([created]).unfold().mergeV().count());
}

export function headOf({ generation, revision, key, observations }: Head): Head {
  return { generation, revision, key, observations };
}

/** The lease that is held, if any. */
export function leaseOf({ token, holder, expiresAt }: HeadVertex): Lease | null {
  return holder === '' ? null : { token, holder, expiresAt };
}
