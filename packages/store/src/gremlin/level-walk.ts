import {
  type ComponentId,
  type Direction,
  type Link,
  type TopologyView,
  UnknownComponentError,
} from '@karma/core';
import { z } from 'zod';
import { TooLargeError } from '../errors';
import { linkOf, visible } from './elements';
import { __, type Traversal } from './language';
import { groups } from './pieces';
import type { Snapshot } from './snapshot';
import { topologyFrom } from './whole-graph';

/** Components of which the links are read in one request. */
const FRONTIER = 5000;
/** Links in one answer; more of them nobody can look at, and they would fill the memory. */
const MOST_LINKS = 500_000;

const texts = z.array(z.string());

/**
 * The part of the graph around some components that a question is about, read level by level: each level is asked for
 * only what no earlier one reached. One round trip a level, more where a level has over 5000 components.
 */
export class LevelWalk {
  readonly #links = new Map<string, Link>();
  readonly #ids: Set<ComponentId>;
  #isChecked = false;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly starts: readonly ComponentId[],
  ) {
    this.#ids = new Set(starts);
  }

  /** What was read so far. */
  topology(): TopologyView {
    return topologyFrom(this.#ids, [...this.#links.values()]);
  }

  /**
   * Walks from `from` up to `depth` steps, or until `isEnough` of what was reached.
   * @returns what the last step reached and no step before.
   * @throws UnknownComponentError when a start is no component. @throws TooLargeError
   */
  async walk(
    from: readonly ComponentId[],
    direction: Direction,
    depth: number,
    isEnough: (reached: ReadonlySet<ComponentId>) => boolean = () => false,
  ): Promise<readonly ComponentId[]> {
    if (depth === 0) await this.#check();
    const up = new Frontier(direction === 'downstream' ? [] : from);
    const down = new Frontier(direction === 'upstream' ? [] : from);
    for (let step = 0; step < depth && !(up.isDone && down.isDone); step++) {
      const [above, below] = await this.#read(up.current, down.current);
      up.advance(above.map(({ to }) => to));
      down.advance(below.map(({ from: consumer }) => consumer));
      if (isEnough(up.reached) || isEnough(down.reached)) break;
    }
    return [...up.current, ...down.current];
  }

  /** Links into some components from any that was reached. One round trip, none without components. */
  async linksInto(ids: readonly ComponentId[]): Promise<void> {
    for (const some of groups(ids, FRONTIER)) {
      const { links } = await this.snapshot.read({ links: this.#linksOf(some, 'inE') });
      for (const link of texts.parse(links).map(linkOf)) if (this.#ids.has(link.from)) this.#keep(link);
    }
  }

  async #read(up: readonly ComponentId[], down: readonly ComponentId[]): Promise<[Link[], Link[]]> {
    const above: Link[] = [];
    const below: Link[] = [];
    const pages = Math.max(groups(up, FRONTIER).length, groups(down, FRONTIER).length);
    for (let page = 0; page < pages; page++) {
      const [consumers, providers] = [groups(up, FRONTIER)[page] ?? [], groups(down, FRONTIER)[page] ?? []];
      const answer = await this.snapshot.read({
        ...(consumers.length > 0 && { above: this.#linksOf(consumers, 'outE') }),
        ...(providers.length > 0 && { below: this.#linksOf(providers, 'inE') }),
        ...this.#checks(),
      });
      this.#learn(answer.known);
      above.push(...texts.parse(answer.above ?? []).map(linkOf));
      below.push(...texts.parse(answer.below ?? []).map(linkOf));
    }
    for (const link of [...above, ...below]) {
      this.#ids.add(link.from).add(link.to);
      this.#keep(link);
    }
    return [above, below];
  }

  #keep(link: Link): void {
    this.#links.set(`${link.from} ${link.to}`, link);
    if (this.#links.size > MOST_LINKS) throw new TooLargeError(MOST_LINKS);
  }

  #linksOf(ids: readonly ComponentId[], side: 'inE' | 'outE'): Traversal {
    const anchors = __.V(...ids.map((id) => this.snapshot.names.component(id)));
    const edges = side === 'inE' ? anchors.inE('depends_on') : anchors.outE('depends_on');
    return visible(edges, this.snapshot.write).values('link');
  }

  async #check(): Promise<void> {
    if (!this.#isChecked && this.starts.length > 0)
      this.#learn((await this.snapshot.read(this.#checks())).known);
  }

  #checks(): { known?: Traversal } {
    return this.#isChecked || this.starts.length === 0
      ? {}
      : { known: this.snapshot.states(this.starts).values('component') };
  }

  #learn(known: readonly unknown[] | undefined): void {
    if (known === undefined) return;
    this.#isChecked = true;
    const found = new Set(texts.parse(known));
    for (const id of this.starts) if (!found.has(id)) throw new UnknownComponentError(id);
  }
}

/** What the last step reached, and what all steps did. */
class Frontier {
  readonly reached: Set<ComponentId>;

  constructor(public current: readonly ComponentId[]) {
    this.reached = new Set(current);
  }

  get isDone(): boolean {
    return this.current.length === 0;
  }

  advance(ids: readonly ComponentId[]): void {
    this.current = [...new Set(ids)].filter((id) => !this.reached.has(id));
    for (const id of this.current) this.reached.add(id);
  }
}
