import type { Connection } from './connection';
import type { Traversal } from './language';

/** The process that used the connection is no more. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/**
 * A connection of a process that dies at its `request`-th request, counted from 1: before it is sent, or after it was
 * carried out and before the answer came.
 */
export function stoppedAt(
  connection: Connection,
  request: number,
  when: 'before' | 'after' = 'before',
): Connection & { readonly isStopped: () => boolean } {
  let count = 0;
  const stopped = () => new StoppedError('The writer was stopped.');
  return {
    isStopped: () => count >= request,
    submit: async (traversal: Traversal) => {
      count++;
      if (count > request || (count === request && when === 'before')) throw stopped();
      const answer = await connection.submit(traversal);
      if (count === request) throw stopped();
      return answer;
    },
    close: () => connection.close(),
  };
}
