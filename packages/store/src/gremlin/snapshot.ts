import type { ComponentId } from '@karma/core';
import { z } from 'zod';
import { StaleReaderError } from '../errors';
import type { Connection } from './connection';
import { visible } from './elements';
import { headOf, type Pinned } from './head-vertex';
import { __, g, type Traversal } from './language';
import type { Names } from './names';

const answers = z.map(z.string(), z.array(z.unknown()));

/** Reads of what counted after one write. */
export class Snapshot {
  constructor(
    private readonly connection: Connection,
    readonly names: Names,
    readonly head: Pinned,
  ) {}

  get write(): number {
    return this.head.write;
  }

  /**
   * Asks several questions in one request, and whether what they need was still there when they were answered. One
   * round trip.
   * @throws StaleReaderError
   */
  async read(
    questions: Readonly<Record<string, Traversal>>,
  ): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const vacuumed = __.V(this.names.head).values('vacuumed');
    const all = { ...questions, vacuumed };
    let traversal = g.inject(0).project(...Object.keys(all));
    for (const question of Object.values(all)) traversal = traversal.by(question.fold());
    const [found] = await this.connection.submit(traversal);
    const answer = Object.fromEntries(answers.parse(found));
    this.#check(answer.vacuumed?.[0]);
    return answer;
  }

  /** Asks for more than belongs into one answer of a request: it comes in frames. Two round trips. */
  async stream(question: Traversal): Promise<readonly unknown[]> {
    const found = await this.connection.submit(question);
    await this.read({});
    return found;
  }

  /** The contents of components. */
  states(ids: readonly ComponentId[]): Traversal {
    const anchors = ids.map((id) => this.names.component(id));
    return visible(__.V(...anchors).out('state'), this.write);
  }

  #check(vacuumed: unknown): void {
    if (typeof vacuumed !== 'number' || vacuumed > this.write) throw new StaleReaderError(headOf(this.head));
  }
}
