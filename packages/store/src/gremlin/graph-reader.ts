import {
  type Component,
  type ComponentId,
  type Dependency,
  type Direction,
  type Finding,
  type Impact,
  impact,
  type Lineage,
  type Link,
  lineage,
  type Path,
  shortestPath,
} from '@karma/core';
import { StaleReaderError } from '../errors';
import { isSameHead } from '../head';
import { byEnds, byId } from '../order';
import type { EnvironmentSummary, GraphReader, Head, Slice, SliceQuery } from '../ports';
import type { Connection } from './connection';
import { linkOf, pairOf, visible } from './elements';
import { headOf, type Pinned, readHeadVertex } from './head-vertex';
import { __, g, P } from './language';
import { LevelWalk } from './level-walk';
import type { Names } from './names';
import { bodies, componentIds, readParts, readSlice } from './slice';
import { Snapshot } from './snapshot';

/** Reads of the graph as of one write. Every question goes to the server; nothing is kept. */
export class GremlinGraphReader implements GraphReader {
  readonly head: Head;
  readonly #snapshot: Snapshot;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    pinned: Pinned,
  ) {
    this.head = headOf(pinned);
    this.#snapshot = new Snapshot(connection, names, pinned);
  }

  /** One round trip. */
  async component(id: ComponentId): Promise<Component | undefined> {
    return (await this.components([id]))[0];
  }

  /** One round trip. */
  async components(ids: readonly ComponentId[]): Promise<readonly Component[]> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    const { found } = await this.#snapshot.read({ found: this.#snapshot.states(asked).values('body') });
    return bodies(found)
      .map((body): Component => JSON.parse(body))
      .sort(byId);
  }

  /** Two round trips. */
  async *ids(): AsyncIterable<ComponentId> {
    const states = g.V().has('collection', this.names.collection('states'));
    const found = await this.#snapshot.stream(visible(states, this.#snapshot.write).values('component'));
    yield* componentIds.parse(found);
  }

  /** One round trip for a component, two else. */
  async findings({
    component,
    environment,
  }: {
    readonly component?: ComponentId;
    readonly environment?: string;
  }): Promise<readonly Finding[]> {
    const { write } = this.#snapshot;
    const narrow = (all: ReturnType<typeof visible>) =>
      (environment === undefined ? all : all.has('environment', environment)).values('body');
    const all = g.V().has('collection', this.names.collection('findings'));
    const found =
      component === undefined
        ? await this.#snapshot.stream(narrow(visible(all, write)))
        : (
            await this.#snapshot.read({
              found: narrow(visible(__.V(this.names.component(component)).in_('concerns'), write)),
            })
          ).found;
    return bodies(found)
      .map((body): Finding => JSON.parse(body))
      .sort(byId);
  }

  /** One round trip. */
  async dependencies(id: ComponentId, direction: Direction): Promise<readonly Dependency[]> {
    const anchor = () => __.V(this.names.component(id));
    const { write } = this.#snapshot;
    const { above, below } = await this.#snapshot.read({
      ...(direction !== 'downstream' && {
        above: visible(anchor().outE('depends_on'), write).values('body'),
      }),
      ...(direction !== 'upstream' && { below: visible(anchor().inE('depends_on'), write).values('body') }),
    });
    // With itself, a component is both: the body is the same.
    const found = new Set([...bodies(above), ...bodies(below)]);
    return [...found].map((body): Dependency => JSON.parse(body)).sort(byEnds);
  }

  /** One round trip. */
  async dependency(from: ComponentId, to: ComponentId): Promise<Dependency | undefined> {
    const edges = __.V(this.names.component(from)).outE('depends_on').has('pair', pairOf({ from, to }));
    const { found } = await this.#snapshot.read({
      found: visible(edges, this.#snapshot.write).values('body'),
    });
    return bodies(found).map((body): Dependency => JSON.parse(body))[0];
  }

  /** At most `depth` + 1 round trips. @throws UnknownComponentError @throws TooLargeError */
  async neighbourhood(query: Parameters<GraphReader['neighbourhood']>[0]): Promise<Slice> {
    const { items, total } = await this.lineage({ ...query, limit: query.limit - 1 });
    const parts = await readParts(this.#snapshot, [query.id, ...items.map(({ id }) => id)]);
    return { ...parts, total: total + 1 };
  }

  /** One round trip. */
  async links(ids: readonly ComponentId[]): Promise<readonly Link[]> {
    if (ids.length === 0) return [];
    const anchors = [...new Set(ids)].map((id) => this.names.component(id));
    const edges = visible(__.V(...anchors).outE('depends_on'), this.#snapshot.write);
    const among = edges.where(__.inV().hasId(P.within(anchors)));
    const { found } = await this.#snapshot.read({ found: among.values('link') });
    return bodies(found).map(linkOf).sort(byPair);
  }

  /** Two round trips. */
  async slice(query: SliceQuery): Promise<Slice> {
    return readSlice(this.#snapshot, query);
  }

  /** At most `depth` round trips, one for depth 0. @throws UnknownComponentError @throws TooLargeError */
  async lineage(query: Parameters<GraphReader['lineage']>[0]): Promise<Lineage> {
    const walk = new LevelWalk(this.#snapshot, [query.id]);
    await walk.walk([query.id], query.direction, query.depth);
    return lineage(walk.topology(), query);
  }

  /** At most `depth` round trips, and one for waves. @throws UnknownComponentError @throws TooLargeError */
  async impact(query: Parameters<GraphReader['impact']>[0]): Promise<Impact> {
    const walk = new LevelWalk(this.#snapshot, [query.id]);
    // Asked about one output, the answer names the direct consumers that do not read it, however far it goes.
    const depth = Math.max(query.depth, query.output === undefined ? 0 : 1);
    const last = await walk.walk([query.id], 'downstream', depth);
    if (query.waves) await walk.linksInto(last);
    return impact(walk.topology(), query);
  }

  /**
   * One round trip for each step of the path; where there is none, for each step that can be taken.
   * @throws UnknownComponentError @throws TooLargeError
   */
  async path(from: readonly ComponentId[], to: readonly ComponentId[]): Promise<Path | null> {
    const walk = new LevelWalk(this.#snapshot, [...new Set([...from, ...to])]);
    const isThere = (reached: ReadonlySet<ComponentId>) => to.some((id) => reached.has(id));
    await walk.walk(from, 'upstream', 0);
    await walk.walk(from, 'upstream', Number.POSITIVE_INFINITY, isThere);
    const upstream = shortestPath(walk.topology(), from, to);
    if (upstream?.direction === 'upstream') return upstream;
    await walk.walk(from, 'downstream', Number.POSITIVE_INFINITY, isThere);
    return shortestPath(walk.topology(), from, to);
  }

  /** One round trip: who wrote the graph left it ready. */
  async summary(): Promise<readonly EnvironmentSummary[]> {
    const head = await readHeadVertex(this.connection, this.names);
    if (!isSameHead(headOf(head), this.head)) throw new StaleReaderError(this.head);
    return head.summary;
  }
}

function byPair(a: Link, b: Link): number {
  return pairOf(a) < pairOf(b) ? -1 : 1;
}
