import type { Dependency } from '../dependency';
import type { ChangeSet, Graph } from '../graph';
import type { ComponentId } from '../ids';
import { UnknownComponentError } from './errors';
import { certaintyRank } from './step-certainty';
import { CERTAINTIES, type Link, type Topology } from './topology';

/** Adjacency lists by ordinal. `links` runs parallel to `upstream`. */
class AdjacencyTopology implements Topology {
  readonly #ordinals = new Map<ComponentId, number>();
  readonly #ids: (ComponentId | undefined)[] = [];
  readonly #upstream: number[][] = [];
  readonly #links: Link[][] = [];
  readonly #downstream: number[][] = [];
  /** By certainty, then by ordinal: how many at the head of `downstream` are of that certainty or better. */
  readonly #within: readonly number[][] = CERTAINTIES.map(() => []);
  readonly #free: number[] = [];

  get capacity(): number {
    return this.#ids.length;
  }

  ordinal(id: ComponentId): number | undefined {
    return this.#ordinals.get(id);
  }

  id(ordinal: number): ComponentId {
    const id = this.#ids[ordinal];
    if (id === undefined) throw new RangeError(`No component has the ordinal ${ordinal}.`);
    return id;
  }

  ids(): Iterable<ComponentId> {
    return this.#ordinals.keys();
  }

  upstream(ordinal: number): readonly number[] {
    return this.#upstream[ordinal] ?? [];
  }

  downstream(ordinal: number): readonly number[] {
    return this.#downstream[ordinal] ?? [];
  }

  downstreamWithin(ordinal: number, certainty: number): number {
    return this.#within[certainty]?.[ordinal] ?? 0;
  }

  link(from: number, to: number): Link {
    const link = this.#links[from]?.[this.upstream(from).indexOf(to)];
    if (link === undefined) throw new RangeError(`${this.id(from)} does not depend on ${this.id(to)}.`);
    return link;
  }

  apply(changes: ChangeSet): void {
    for (const { before } of changes.dependencies) if (before) this.disconnect(before);
    for (const { before, after } of changes.components) if (before && !after) this.remove(before.id);
    for (const { before, after } of changes.components) if (after && !before) this.add(after.id);
    for (const { after } of changes.dependencies) if (after) this.connect(after);
  }

  add(id: ComponentId): void {
    const ordinal = this.#free.pop() ?? this.#ids.length;
    this.#ordinals.set(id, ordinal);
    this.#ids[ordinal] = id;
    this.#upstream[ordinal] = [];
    this.#links[ordinal] = [];
    this.#downstream[ordinal] = [];
    for (const counts of this.#within) counts[ordinal] = 0;
  }

  remove(id: ComponentId): void {
    const ordinal = this.#known(id);
    this.#ordinals.delete(id);
    this.#ids[ordinal] = undefined;
    this.#free.push(ordinal);
  }

  connect(dependency: Omit<Dependency, 'evidence'>): void {
    const from = this.#known(dependency.from);
    const to = this.#known(dependency.to);
    this.#upstream[from]?.push(to);
    const link = {
      from: this.id(from),
      to: this.id(to),
      inferred: dependency.confidence === 'inferred',
      ambiguous: dependency.ambiguous,
      consumes: dependency.consumes,
    };
    this.#links[from]?.push(link);
    const rank = certaintyRank(link);
    this.#downstream[to]?.splice(this.downstreamWithin(to, rank), 0, from);
    this.#countWithin(to, rank, 1);
  }

  disconnect(dependency: Pick<Dependency, 'from' | 'to'>): void {
    const from = this.#known(dependency.from);
    const to = this.#known(dependency.to);
    const position = this.upstream(from).indexOf(to);
    if (position < 0) throw new RangeError(`${dependency.from} does not depend on ${dependency.to}.`);
    this.#upstream[from]?.splice(position, 1);
    this.#links[from]?.splice(position, 1);
    const place = this.downstream(to).indexOf(from);
    this.#downstream[to]?.splice(place, 1);
    this.#countWithin(
      to,
      CERTAINTIES.findIndex((_, rank) => place < this.downstreamWithin(to, rank)),
      -1,
    );
  }

  /** Gives back what growing lists hold in reserve, and puts them side by side: walks are several times faster. */
  compact(): void {
    for (const lists of [this.#upstream, this.#downstream]) {
      for (const [ordinal, list] of lists.entries()) lists[ordinal] = list.slice();
    }
    for (const [ordinal, list] of this.#links.entries()) this.#links[ordinal] = list.slice();
  }

  #countWithin(ordinal: number, rank: number, by: 1 | -1): void {
    for (const counts of this.#within.slice(rank)) counts[ordinal] = (counts[ordinal] ?? 0) + by;
  }

  #known(id: ComponentId): number {
    const ordinal = this.#ordinals.get(id);
    if (ordinal === undefined) throw new UnknownComponentError(id);
    return ordinal;
  }
}

/** What a topology is built from: ids, and dependencies without their evidence. */
export interface TopologySource {
  readonly components: Iterable<ComponentId>;
  readonly dependencies: Iterable<Omit<Dependency, 'evidence'>>;
}

/**
 * Builds the adjacency of a graph.
 * @throws UnknownComponentError when a dependency has an end that is no component.
 */
export function createTopology(graph: Pick<Graph, 'components' | 'dependencies'>): Topology {
  return topologyOf({ components: graph.components.keys(), dependencies: graph.dependencies.values() });
}

/** As `createTopology`, from ids and dependencies that need not be in memory at once. */
export function topologyOf(source: TopologySource): Topology {
  const topology = new AdjacencyTopology();
  for (const id of source.components) topology.add(id);
  for (const dependency of source.dependencies) topology.connect(dependency);
  topology.compact();
  return topology;
}
