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
  linksAmong,
  type Path,
  shortestPath,
} from '@karma/core';
import { StaleReaderError } from '../errors';
import { byEnds, byId } from '../order';
import type { EnvironmentSummary, GraphReader, Head, Slice, SliceQuery } from '../ports';
import { COMPONENT, DEPENDENCY, type Element, FINDING } from './elements';
import { readHead } from './head';
import { readPages } from './pages';
import { VISIBLE } from './read-versions';
import { bodyRow, idRow } from './rows';
import type { SharedGraph } from './shared-graph';
import { readBetween, readSlice } from './slice';
import type { Sql, Value } from './sql';

/**
 * Elements are read from the file as of the pinned revision, and so stay readable until a rebuild; what walks the
 * graph uses the shared topology, which is at the head only.
 */
export class SqliteGraphReader implements GraphReader {
  constructor(
    readonly head: Head,
    private readonly sql: Sql,
    private readonly shared: SharedGraph,
  ) {}

  async component(id: ComponentId): Promise<Component | undefined> {
    return this.#select(COMPONENT, 'id = ?', [id])[0];
  }

  async components(ids: readonly ComponentId[]): Promise<readonly Component[]> {
    return this.#components(ids);
  }

  async *ids(): AsyncIterable<ComponentId> {
    const { revision } = this.head;
    const text = `SELECT id FROM component WHERE id > ? AND since <= ${revision} AND until > ${revision} ORDER BY id LIMIT ?`;
    const read = (query: string, values: readonly Value[]) =>
      this.#pinned(() => this.sql.all(query, idRow, values));
    for (const { id } of readPages(read, text, '', (row) => row.id)) yield id;
  }

  async findings(query: { component?: ComponentId; environment?: string }): Promise<readonly Finding[]> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const where = given.map(([column]) => `${column === 'component' ? 'component' : 'environment'} = ?`);
    const values = given.map(([, value]) => value);
    return this.#select(FINDING, where.join(' AND ') || 'true', values).sort(byId);
  }

  async dependencies(id: ComponentId, direction: Direction): Promise<readonly Dependency[]> {
    const upstream = direction === 'downstream' ? [] : this.#select(DEPENDENCY, 'consumer = ?', [id]);
    const downstream = direction === 'upstream' ? [] : this.#select(DEPENDENCY, 'provider = ?', [id]);
    // With itself, a component is both.
    const others = downstream.filter(({ from }) => direction !== 'both' || from !== id);
    return [...upstream, ...others].sort(byEnds);
  }

  async dependency(from: ComponentId, to: ComponentId): Promise<Dependency | undefined> {
    return this.#select(DEPENDENCY, 'consumer = ? AND provider = ?', [from, to])[0];
  }

  async neighbourhood(query: Parameters<GraphReader['neighbourhood']>[0]): Promise<Slice> {
    const { items, total } = lineage(this.shared.topology(this.head), { ...query, limit: query.limit - 1 });
    const ids = [query.id, ...items.map(({ id }) => id)];
    return this.#pinned(() => ({
      components: this.#components(ids),
      ...readBetween(this.sql, this.head.revision, ids),
      total: total + 1,
    }));
  }

  async links(ids: readonly ComponentId[]): Promise<readonly Link[]> {
    return linksAmong(this.shared.topology(this.head), ids);
  }

  async slice(query: SliceQuery): Promise<Slice> {
    return this.#pinned(() => readSlice(this.sql, this.head.revision, query));
  }

  async lineage(query: Parameters<GraphReader['lineage']>[0]): Promise<Lineage> {
    return lineage(this.shared.topology(this.head), query);
  }

  async impact(query: Parameters<GraphReader['impact']>[0]): Promise<Impact> {
    return impact(this.shared.topology(this.head), query);
  }

  async path(from: readonly ComponentId[], to: readonly ComponentId[]): Promise<Path | null> {
    return shortestPath(this.shared.topology(this.head), from, to);
  }

  async summary(): Promise<readonly EnvironmentSummary[]> {
    return this.shared.summary(this.head);
  }

  #components(ids: readonly ComponentId[]): Component[] {
    const among = 'id IN (SELECT value FROM json_each(?))';
    return this.#select(COMPONENT, among, [JSON.stringify(ids)]).sort(byId);
  }

  #select<V>({ table, parse }: Element<V>, where: string, values: readonly Value[]): V[] {
    const { revision } = this.head;
    const text = `SELECT body FROM ${table} WHERE ${where} AND ${VISIBLE}`;
    const rows = this.#pinned(() => this.sql.all(text, bodyRow, [...values, revision, revision]));
    return rows.map(({ body }) => parse(body));
  }

  /** @throws StaleReaderError after a rebuild: then numbers mean other revisions. */
  #pinned<T>(read: () => T): T {
    return this.sql.read(() => {
      if (readHead(this.sql).generation !== this.head.generation) throw new StaleReaderError(this.head);
      return read();
    });
  }
}
