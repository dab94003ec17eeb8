import type { Connection } from './connection';
import type { Traversal } from './language';

/** A connection of a process that dies before it sends its `request`-th request, counted from 1. */
export function stoppedAt(connection: Connection, request: number): Connection {
  let count = 0;
  return {
    submit: async (traversal: Traversal) => {
      if (++count >= request) throw new Error('The writer was stopped.');
      return connection.submit(traversal);
    },
    close: () => connection.close(),
  };
}
