import { StaleReaderError } from './errors';
import type { GraphReader, Store } from './ports';

const ATTEMPTS = 5;

/**
 * Answers a question from one revision: asks again with a new reader when the head moved in between.
 * @throws StaleReaderError when the head moved again and again.
 */
export async function readGraph<T>(store: Store, ask: (reader: GraphReader) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(await store.reader());
    } catch (error) {
      if (!(error instanceof StaleReaderError) || attempt === ATTEMPTS) throw error;
    }
  }
}
