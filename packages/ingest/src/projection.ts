import {
  type BuiltGraph,
  type ChangeSet,
  type MutableWorld,
  type Revision,
  type Step,
  type Subject,
  update,
} from '@karma/core';
import type { EntryChange } from '@karma/store';
import type { Contents } from './contents';

/** World and graph at one point of history, moved on step by step. */
export class Projection {
  readonly world: MutableWorld;
  #built: BuiltGraph;
  readonly #contents: Contents;
  #touched = new Set<Subject>();

  constructor(world: MutableWorld, built: BuiltGraph, contents: Contents) {
    this.world = world;
    this.#built = built;
    this.#contents = contents;
  }

  get built(): BuiltGraph {
    return this.#built;
  }

  /** The graph of another world, which differs in no more than these subjects from that of `other`. */
  static async at(
    world: MutableWorld,
    other: Projection,
    differing: Iterable<Subject>,
    contents: Contents,
  ): Promise<Projection> {
    const subjects = [...differing];
    await contents.fetch(subjects.flatMap((subject) => world.entry(subject)?.hash ?? []));
    const { built } = await contents.provide(world, () => update(other.#built, world, subjects));
    return new Projection(world, built, contents);
  }

  /** @returns the revision with this number, or `undefined` when the graph stayed as it was. */
  async take(step: Step, number: number): Promise<Revision | undefined> {
    const changed = step.observations.flatMap((observation) => this.world.observe(observation));
    if (changed.length === 0) return undefined;
    for (const subject of changed) this.#touched.add(subject);
    const { built, changes } = await this.#contents.provide(this.world, () =>
      update(this.#built, this.world, changed),
    );
    this.#built = built;
    const [first] = step.observations;
    if (!first || isEmpty(changes)) return undefined;
    const { key, source, actor, message } = first;
    return { number, key, source, actor, message, at: step.at, changes };
  }

  /** What became of the world's subjects since the last call. */
  takeEntries(): EntryChange[] {
    const touched = this.#touched;
    this.#touched = new Set();
    return entriesOf(this.world, touched);
  }
}

export function entriesOf(world: MutableWorld, touched: Iterable<Subject>): EntryChange[] {
  return Array.from(touched, (subject) => ({ subject, entry: world.entry(subject) ?? null }));
}

function isEmpty({ components, dependencies, findings }: ChangeSet): boolean {
  return components.length === 0 && dependencies.length === 0 && findings.length === 0;
}
