import { z } from 'zod';
import type { Lease } from '../ports';
import type { Connection } from './connection';
import { OPEN } from './elements';
import { guarded, IS_HELD, mergeEdges, mergeVertices } from './guarded';
import type { Closed, HeadVertex } from './head-vertex';
import { __, type ElementMap, g, P, single, type Traversal } from './language';
import type { Collection, Names } from './names';
import { groups } from './pieces';
import { areOpen, close, type Plan, sizeOf } from './plan';

/** Elements and characters in one request. */
const ELEMENTS = 500;
const CHARACTERS = 1024 * 1024;
/** Elements found and dropped at once. */
const PAGE = 1000;

const sizeOfMap = (map: ElementMap) =>
  [...map.values()].reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);

/** Whether a plan goes into one request. */
export function fitsOneRequest({ vertices, edges, closing }: Plan): boolean {
  if (sizeOf(closing) > ELEMENTS) return false;
  let [count, size] = [sizeOf(closing), 0];
  for (const maps of [vertices(), edges()])
    for (const map of maps) {
      size += sizeOfMap(map);
      if (++count > ELEMENTS || size > CHARACTERS) return false;
    }
  return true;
}

function* batches(maps: Iterable<ElementMap>): Iterable<readonly ElementMap[]> {
  let batch: ElementMap[] = [];
  let size = 0;
  for (const map of maps) {
    const own = sizeOfMap(map);
    if (batch.length === ELEMENTS || (batch.length > 0 && size + own > CHARACTERS)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(map);
    size += own;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Writes all of a plan so that nothing of it counts yet. Says whether every step was carried out; the first that was
 * not ends it. A round trip for each 500 elements or 1 MB, and one.
 */
export async function stage(
  connection: Connection,
  names: Names,
  lease: Lease,
  head: HeadVertex,
  write: number,
  plan: Plan,
): Promise<boolean> {
  const { token } = lease;
  const begin = { staging: write, given: write };
  const unmoved = { token, write: head.write, staging: 0, cleaning: 0 };
  if (!(await guarded(connection, names, { expected: unmoved, requirements: [IS_HELD], head: begin })))
    return false;
  const expected = { token, staging: write };
  const step = (effects: readonly Traversal[], requirements: readonly Traversal[] = []) =>
    guarded(connection, names, {
      expected,
      requirements: [IS_HELD, ...requirements],
      effects,
    });
  for (const closing of closings(plan.closing))
    if (!(await step(close(closing, write), areOpen(closing)))) return false;
  for (const batch of batches(plan.vertices())) if (!(await step(mergeVertices(batch)))) return false;
  for (const batch of batches(plan.edges())) if (!(await step(mergeEdges(batch)))) return false;
  return true;
}

function closings({ components, dependencies, findings }: Closed): Closed[] {
  return [
    ...groups(components, ELEMENTS).map((some) => ({ components: some, dependencies: [], findings: [] })),
    ...groups(dependencies, ELEMENTS).map((some) => ({ components: [], dependencies: some, findings: [] })),
    ...groups(findings, ELEMENTS).map((some) => ({ components: [], dependencies: [], findings: some })),
  ];
}

/** Elements that are found by what they say, and how to come by them again from the ids found. */
interface Search {
  readonly ids: Traversal;
  readonly again: (ids: readonly string[]) => Traversal;
}

type Narrow = (elements: Traversal) => Traversal;

function vertices(names: Names, collection: Collection, narrow: Narrow): Search {
  const all = g.V().has('collection', names.collection(collection));
  return { ids: narrow(all).limit(PAGE).id(), again: (ids) => __.V(...ids) };
}

function dependencies(names: Names, narrow: Narrow): Search {
  const all = g.E().has('collection', names.collection('dependencies'));
  return {
    ids: narrow(all).limit(PAGE).outV().id(),
    again: (ids) => narrow(__.V(...ids).outE('depends_on')),
  };
}

/**
 * Takes back what a large write left that did not come to its end. Two round trips for each 1000 elements, and some.
 * Says whether the lease allowed it.
 */
export async function undoStaged(
  connection: Connection,
  names: Names,
  { token }: Lease,
  write: number,
): Promise<boolean> {
  const expected = { token, staging: write };
  const begun: Narrow = (all) => all.has('since', write);
  const ended: Narrow = (all) => all.has('until', write);
  const drop: Narrow = (all) => all.drop();
  const steps: readonly [Search, Narrow][] = [
    [dependencies(names, begun), drop],
    ...(['states', 'findings', 'revisions', 'chunks'] as const).map((name): [Search, Narrow] => [
      vertices(names, name, begun),
      drop,
    ]),
    [dependencies(names, ended), (all) => all.property('until', OPEN)],
    ...(['states', 'findings'] as const).map((name): [Search, Narrow] => [
      vertices(names, name, ended),
      (all) => all.property(single, 'until', OPEN),
    ]),
  ];
  for (const [search, work] of steps)
    if (!(await workOff(connection, names, expected, search, work))) return false;
  return guarded(connection, names, { expected, requirements: [IS_HELD], head: { staging: 0 } });
}

/**
 * Drops what no longer counts, of which the head says that no reader may rely on it. Two round trips for each 1000
 * elements, and some. Says whether the lease allowed it.
 */
export async function clean(
  connection: Connection,
  names: Names,
  { token }: Lease,
  { write, spans }: Pick<HeadVertex, 'write' | 'spans'>,
): Promise<boolean> {
  const expected = { token, write };
  const ended: Narrow = (all) => all.has('until', P.lte(write));
  const last = spans.at(-1);
  const replaced: Narrow = (all) =>
    all.has('generation', P.lt(last?.generation ?? 0)).has('number', P.gte(last?.from ?? 0));
  const searches = [
    dependencies(names, ended),
    vertices(names, 'states', ended),
    vertices(names, 'findings', ended),
    vertices(names, 'revisions', replaced),
  ];
  for (const search of searches)
    if (!(await workOff(connection, names, expected, search, (all) => all.drop()))) return false;
  return guarded(connection, names, { expected, requirements: [IS_HELD], head: { cleaning: 0 } });
}

const foundIds = z.array(z.string());

/** Does something to all elements found, so many at a time, after which they are not found any more. */
async function workOff(
  connection: Connection,
  names: Names,
  expected: Partial<HeadVertex>,
  { ids, again }: Search,
  work: Narrow,
): Promise<boolean> {
  for (;;) {
    const found = foundIds.parse(await connection.submit(ids));
    if (found.length === 0) return true;
    const step = {
      expected,
      requirements: [IS_HELD],
      effects: [work(again([...new Set(found)]))],
    };
    if (!(await guarded(connection, names, step))) return false;
  }
}
