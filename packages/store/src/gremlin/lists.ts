import type { Observation } from '@karma/core';
import type { Append, EntryChange, WorldEntry } from '../ports';
import type { Connection } from './connection';
import { vertex } from './elements';
import { type HeadVertex, readHeadVertex } from './head-vertex';
import type { ElementMap } from './language';
import type { Names } from './names';
import { nextPage, PAGE } from './pages';
import { chunks } from './pieces';
import { readTextsAt } from './texts';

const OBSERVATIONS = 'observations';
const ENTRIES = 'entries';

/** The chunks that an append adds to both lists, and how long the lists are then. */
export function appendedChunks(
  names: Names,
  { observationChunks, entryChunks }: HeadVertex,
  { observations, entries }: Append,
  write: number,
) {
  const added = (list: string, start: number, texts: readonly string[]): ElementMap[] =>
    texts.map((text, index) =>
      vertex(names.chunk(list, start + index), 'Chunk', {
        collection: names.collection('chunks'),
        since: write,
        text,
      }),
    );
  const vertices = [
    added(OBSERVATIONS, observationChunks, chunks(observations)),
    added(ENTRIES, entryChunks, chunks(entries)),
  ];
  return {
    vertices: vertices.flat(),
    head: {
      observationChunks: observationChunks + (vertices[0]?.length ?? 0),
      entryChunks: entryChunks + (vertices[1]?.length ?? 0),
    },
  };
}

async function* readList(
  connection: Connection,
  names: Names,
  head: HeadVertex,
  list: string,
  count: number,
) {
  for (let start = 0, page = PAGE; start < count; ) {
    const length = Math.min(page, count - start);
    const ids = Array.from({ length }, (_, index) => names.chunk(list, start + index));
    const texts = await readTextsAt(connection, head, ids, page);
    yield* texts;
    start += length;
    page = nextPage(texts);
  }
}

/** All observations that count. One round trip for each 40 to 400 appends, or 10 MB, and one. @throws StaleReaderError */
export async function* readObservations(connection: Connection, names: Names): AsyncIterable<Observation> {
  const head = await readHeadVertex(connection, names);
  for await (const text of readList(connection, names, head, OBSERVATIONS, head.observationChunks)) {
    const observations: Observation[] = JSON.parse(text);
    yield* observations;
  }
}

/** The world at the head: the fold of all changes of entries. Round trips and errors as of `readObservations`. */
export async function* readEntries(connection: Connection, names: Names): AsyncIterable<WorldEntry> {
  const head = await readHeadVertex(connection, names);
  const world = new Map<string, WorldEntry>();
  for await (const text of readList(connection, names, head, ENTRIES, head.entryChunks)) {
    const changes: EntryChange[] = JSON.parse(text);
    for (const { subject, entry } of changes) {
      if (entry) world.set(subject, { subject, ...entry });
      else world.delete(subject);
    }
  }
  yield* world.values();
}
