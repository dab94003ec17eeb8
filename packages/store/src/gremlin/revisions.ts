import type { ChangeSet, Revision } from '@karma/core';
import { z } from 'zod';
import { StaleReaderError } from '../errors';
import type { Head, RevisionLog, RevisionSummary } from '../ports';
import { summarize, touchedComponents } from '../revision-summary';
import type { Connection } from './connection';
import { componentVertex, edge, vertex } from './elements';
import { headOf, type Spans } from './head-vertex';
import { __, type ElementMap, g, order, P, type Traversal } from './language';
import type { Names } from './names';
import { nextPage, PAGE } from './pages';
import { pieces } from './pieces';
import { readTextsAt } from './texts';

/** A revision, and what hangs on it: its key, and the components that it touched. */
export function* revisionVertices(
  names: Names,
  revision: Revision,
  generation: number,
  write: number,
): Iterable<ElementMap> {
  const { number, key } = revision;
  const id = names.revision(generation, number);
  const [text = '', ...rest] = pieces(JSON.stringify(revision.changes));
  const shared = { collection: names.collection('revisions'), since: write, generation, number };
  const summary = JSON.stringify(summarize(revision));
  yield vertex(id, 'Revision', { ...shared, summary, pieces: rest.length + 1, text });
  for (const [index, piece] of rest.entries())
    yield vertex(names.piece(id, index + 1), 'Piece', { ...shared, text: piece });
  yield vertex(names.key(key), 'Key');
  for (const component of touchedComponents(revision)) yield componentVertex(names, component);
}

/** From the key of a revision, and from the components that it touched, to it. */
export function* revisionEdges(names: Names, revision: Revision, generation: number): Iterable<ElementMap> {
  const { number, key } = revision;
  const to = names.revision(generation, number);
  const touched = touchedComponents(revision).map((component) => names.component(component));
  for (const from of [names.key(key), ...touched])
    yield edge(`${from}/touched/${generation}/${number}`, 'touched', { from, to }, { generation, number });
}

/** Ids of the revisions `first` to `last`. */
function revisionIds(names: Names, spans: Spans, first: number, last: number): string[] {
  const length = Math.max(0, last - first + 1);
  return Array.from({ length }, (_, index) => {
    const number = first + index;
    const generation = spans.findLast(({ from }) => from <= number)?.generation ?? 0;
    return names.revision(generation, number);
  });
}

/** Keeps the edges to revisions that count. */
function counted(traversal: Traversal, spans: Spans): Traversal {
  const within = spans.map(({ generation, from }, index) => {
    const next = spans[index + 1]?.from;
    const began = __.has('generation', generation).has('number', P.gte(from));
    return next === undefined ? began : began.has('number', P.lt(next));
  });
  return traversal.or(...within);
}

const summaryText = z.string();

function summaryOf(text: unknown): RevisionSummary {
  return JSON.parse(summaryText.parse(text));
}

interface Log {
  readonly spans: Spans;
  readonly revision: number;
}

/** See `RevisionLog.revisions`. One round trip. */
export async function readSummaries(
  connection: Connection,
  names: Names,
  { spans, revision }: Log,
  { before = revision + 1, limit, component }: Parameters<RevisionLog['revisions']>[0],
): Promise<RevisionSummary[]> {
  const last = Math.min(before - 1, revision);
  if (component !== undefined) return newest(connection, names.component(component), spans, { last, limit });
  const ids = revisionIds(names, spans, Math.max(1, last - limit + 1), last);
  if (ids.length === 0) return [];
  return newestFirst(await connection.submit(g.V(...ids).values('summary')));
}

/** The number of the last revision with this key. One round trip. */
export async function numberOfKey(
  connection: Connection,
  names: Names,
  { spans, revision }: Log,
  key: string,
): Promise<number | undefined> {
  const [found] = await newest(connection, names.key(key), spans, { last: revision, limit: 1 });
  return found?.number;
}

async function newest(
  connection: Connection,
  anchor: string,
  spans: Spans,
  { last, limit }: { readonly last: number; readonly limit: number },
): Promise<RevisionSummary[]> {
  const touching = counted(g.V(anchor).outE('touched'), spans).has('number', P.lte(last));
  return newestFirst(
    await connection.submit(touching.order().by('number', order.desc).limit(limit).inV().values('summary')),
  );
}

function newestFirst(found: readonly unknown[]): RevisionSummary[] {
  return found.map(summaryOf).sort((a, b) => b.number - a.number);
}

const revisionRow = z
  .map(z.string(), z.union([z.string(), z.number()]))
  .transform((map) => Object.fromEntries(map))
  .pipe(z.object({ summary: z.string(), pieces: z.number(), text: z.string() }));

/**
 * Revisions `first` to `last` with their change sets. One round trip for each 40 to 400, and more for large ones.
 * @throws StaleReaderError when some were dropped meanwhile: ask again from the new head.
 */
export async function* readRevisions(
  connection: Connection,
  names: Names,
  head: Head & { readonly spans: Spans },
  first: number,
  last: number,
): AsyncIterable<Revision> {
  for (let from = first, size = PAGE; from <= last; ) {
    const ids = revisionIds(names, head.spans, from, Math.min(last, from + size - 1));
    const found = await connection.submit(
      g
        .V(...ids)
        .project('summary', 'pieces', 'text')
        .by('summary')
        .by('pieces')
        .by('text'),
    );
    if (found.length < ids.length) throw new StaleReaderError(headOf(head));
    const rows = found.map((each) => revisionRow.parse(each));
    from += ids.length;
    size = nextPage(rows.map(({ text }) => text));
    const page = rows.map((row) => ({ ...row, summary: summaryOf(row.summary) }));
    for (const { summary, text, ...row } of page.sort((a, b) => a.summary.number - b.summary.number)) {
      const { counts: _, touched: __, ...rest } = summary;
      const id = revisionIds(names, head.spans, rest.number, rest.number)[0] ?? '';
      const ids = Array.from({ length: row.pieces - 1 }, (_, index) => names.piece(id, index + 1));
      const more = await readTextsAt(connection, head, ids);
      const changes: ChangeSet = JSON.parse([text, ...more].join(''));
      yield { ...rest, changes };
    }
  }
}
