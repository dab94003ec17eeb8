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
    const of = (property: string) => __.V(this.names.head).values(property);
    const all = { written: of('write'), ...questions, vacuumed: of('vacuumed') };
    let traversal = g.inject(0).project(...Object.keys(all));
    for (const question of Object.values(all)) traversal = traversal.by(question.fold());
    const [found] = await this.connection.submit(traversal);
    const answer = Object.fromEntries(answers.parse(found));
    this.#check(answer.written?.[0], answer.vacuumed?.[0]);
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

  /** A connection that was made again may lead to a replica which is behind the one of before. */
  #check(written: unknown, vacuumed: unknown): void {
    const isThere = typeof written === 'number' && written >= this.write;
    const isLeft = typeof vacuumed === 'number' && vacuumed <= this.write;
    if (!isThere || !isLeft) throw new StaleReaderError(headOf(this.head));
  }
}
