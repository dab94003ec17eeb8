import type { Server } from 'node:http';

const LOOK_MS = 50;

/**
 * Stops taking connections and waits for what is being answered.
 * @param patienceMs after that, what is still open is cut.
 */
export async function drain(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const cutting = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(looking);
  clearTimeout(cutting);
}
