import { apply, type Graph, invert } from '@karma/core';
import { StaleReaderError, UnknownRevisionError } from '../errors';
import type { Connection } from './connection';
import { headOf, type Pinned, readHeadVertex, readPinned } from './head-vertex';
import type { Names } from './names';
import { NetChanges } from './net-changes';
import { readRevisions } from './revisions';
import { readWholeGraph } from './whole-graph';

const EMPTY_GRAPH: Graph = { components: new Map(), dependencies: new Map(), findings: new Map() };

/**
 * The graph as of a revision: from the nearer end, the empty graph or the current one. Round trips: two, one for each
 * 40 to 400 revisions in between, and four for the current graph.
 * @throws UnknownRevisionError
 * @throws StaleReaderError when somebody writes at the same time.
 */
export async function graphAt(connection: Connection, names: Names, number: number): Promise<Graph> {
  const head = await readPinned(connection, names);
  const { revision } = head;
  if (number < 0 || number > revision) throw new UnknownRevisionError(number, revision);
  const isNearStart = number < revision / 2;
  const [first, last] = isNearStart ? [1, number] : [number + 1, revision];
  const net = new NetChanges();
  for await (const { changes } of readRevisions(connection, names, head, first, last)) net.add(changes);
  if (isNearStart) return apply(EMPTY_GRAPH, net.changes);
  return apply(await currentGraph(connection, names, head), invert(net.changes));
}

async function currentGraph(connection: Connection, names: Names, head: Pinned): Promise<Graph> {
  const graph = await readWholeGraph(connection, names, head.write);
  const { vacuumed } = await readHeadVertex(connection, names);
  if (vacuumed > head.write) throw new StaleReaderError(headOf(head));
  return graph;
}
