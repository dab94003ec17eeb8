import { type BuiltGraph, type MutableWorld, type Subject, update, type World } from '@karma/core';
import type { Head, RevisionLog } from '@karma/store';
import { Contents } from './contents';
import { loadProjection } from './load-projection';

/** World and graph at one head. */
export interface Present {
  readonly head: Head;
  readonly world: World;
  readonly built: BuiltGraph;
}

interface Loaded {
  readonly head: Head;
  readonly world: MutableWorld;
  readonly built: BuiltGraph;
}

/**
 * The world and the graph at the head, for plans: loaded with the first question, and brought up to date with the
 * next ones at the cost of reading which contents the world holds. Contents stay in the store until they are asked for.
 */
export class PresentWorld {
  readonly #log: RevisionLog;
  readonly #contents: Contents;
  #loaded: Loaded | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(log: RevisionLog) {
    this.#log = log;
    this.#contents = new Contents(log);
  }

  /**
   * Does pure work on the present. It may be done more than once, when it asks for contents that are not in memory.
   * @param work must not keep what it is given: the world moves on.
   */
  ask<T>(work: (present: Present) => T): Promise<T> {
    const answer = this.#turn.then(async () => {
      const present = await this.#refresh();
      return this.#contents.provide(present.world, () => work(present));
    });
    this.#turn = answer.then(
      () => this.#contents.trim(),
      () => this.#contents.trim(),
    );
    return answer;
  }

  async #refresh(): Promise<Loaded> {
    const head = await this.#log.head();
    const known = this.#loaded;
    const isCurrent =
      known?.head.generation === head.generation && known.head.observations === head.observations;
    if (known && isCurrent) return known;
    // Until it is whole again, what there was is not to be used.
    this.#loaded = undefined;
    this.#loaded = known ? await this.#catchUp(known, head) : await this.#load(head);
    return this.#loaded;
  }

  async #load(head: Head): Promise<Loaded> {
    const { world, built } = await loadProjection(this.#log, this.#contents);
    return { head, world, built };
  }

  async #catchUp({ world, built }: Loaded, head: Head): Promise<Loaded> {
    const gone = new Set(world.subjects());
    const changed: Subject[] = [];
    const fetched: string[] = [];
    for await (const { subject, hash, origin } of this.#log.entries()) {
      gone.delete(subject);
      const known = world.entry(subject);
      if (known?.hash === hash && known.origin.key === origin.key) continue;
      world.observe({ ...origin, source: '', observedAt: '', changes: [{ subject, hash: null }] });
      world.observe({ ...origin, source: '', observedAt: '', changes: [{ subject, hash }] });
      changed.push(subject);
      fetched.push(hash);
    }
    const nothing = { key: '', actor: null, at: '', message: '', source: '', observedAt: '' };
    for (const subject of gone) {
      world.observe({ ...nothing, changes: [{ subject, hash: null }] });
      changed.push(subject);
    }
    await this.#contents.fetch(fetched);
    const next = await this.#contents.provide(world, () => update(built, world, changed));
    return { head, world, built: next.built };
  }
}
