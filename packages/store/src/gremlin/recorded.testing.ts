import gremlin from 'gremlin';
import { z } from 'zod';
import { type Connection, connect } from './connection';
import type { Traversal } from './language';

/** One step of a traversal: its name and what it was given. */
export type Instruction = readonly [name: string, ...values: unknown[]];

const instruction = z.tuple([z.string()], z.unknown());
const bytecode = z.object({ stepInstructions: z.array(instruction) });

/** The steps of a traversal, or of one inside another; nothing of anything else. */
export function instructionsOf(value: unknown): readonly Instruction[] | undefined {
  const sent = value instanceof gremlin.process.Traversal ? value.getBytecode() : value;
  return bytecode.safeParse(sent).data?.stepInstructions;
}

/** A connection that remembers what was sent through it. */
export class Recorded implements Connection {
  readonly sent: (readonly Instruction[])[] = [];

  private constructor(private readonly connection: Connection) {}

  static async to(url: string): Promise<Recorded> {
    return new Recorded(await connect(url));
  }

  submit(traversal: Traversal): Promise<readonly unknown[]> {
    this.sent.push(instructionsOf(traversal) ?? []);
    return this.connection.submit(traversal);
  }

  /** How many requests the work took. */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.sent.length;
    await work();
    return this.sent.length - before;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
