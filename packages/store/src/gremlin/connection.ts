import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import gremlin from 'gremlin';
import type { Traversal } from './language';

/** The one way to the server. Each `submit` is one request, one answer and, on the server, one transaction. */
export interface Connection {
  /** Sends the bytecode of a traversal and gives all that comes out of it. */
  submit(traversal: Traversal): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** Milliseconds after which the server gives up on one traversal. */
const EVALUATION_TIMEOUT = 60_000;
/** How many results come in one frame. */
const BATCH_SIZE = 1000;
const ATTEMPTS = 8;
/** Somebody else changed an element between our reading and our writing it: nothing was written. */
const CONFLICT = /ConcurrentModificationException|Conflict: element modified in another transaction/;

/** Connects to a Gremlin endpoint, such as `ws://127.0.0.1:8182/gremlin`. */
export async function connect(url: string): Promise<Connection> {
  const client = new gremlin.driver.Client(url, {
    traversalSource: 'g',
    mimeType: 'application/vnd.gremlin-v3.0+json',
    // Only with headers does the driver take its own WebSocket, which it needs on every Node.
    headers: {},
  });
  await client.open();
  const submit = async (traversal: Traversal): Promise<readonly unknown[]> => {
    const options = {
      requestId: randomUUID(),
      batchSize: BATCH_SIZE,
      evaluationTimeout: EVALUATION_TIMEOUT,
      userAgent: 'karma',
    };
    const answer: gremlin.driver.ResultSet = await client.submit(traversal.getBytecode(), undefined, options);
    return [...answer.toArray()].flatMap(unfolded);
  };
  return { submit: (traversal) => retried(() => submit(traversal)), close: () => client.close() };
}

/** The server sends equal results as one, with a count. */
function unfolded(result: unknown): readonly unknown[] {
  if (!(result instanceof gremlin.process.Traverser)) return [result];
  const { object, bulk }: { object?: unknown; bulk?: unknown } = { ...result };
  return Array.from({ length: Number(bulk) }, () => object);
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || !CONFLICT.test(error.message) || attempt === ATTEMPTS) throw error;
      await wait(Math.random() * 2 ** attempt);
    }
  }
}
