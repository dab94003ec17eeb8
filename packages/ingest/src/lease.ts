import type { Lease, RevisionLog } from '@karma/store';

const TTL_MS = 30_000;

/**
 * Does work under the lease of the log, renewed while it lasts and released after.
 * @throws LeaseHeldError when somebody else is writing.
 */
export async function withLease<T>(
  log: RevisionLog,
  holder: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const lease = await log.acquireLease(holder, TTL_MS);
  // A renewal that fails shows at the next write, which is fenced.
  const renewal = setInterval(() => void log.acquireLease(holder, TTL_MS).catch(() => {}), TTL_MS / 3);
  renewal.unref();
  try {
    return await work(lease);
  } finally {
    clearInterval(renewal);
    await log.releaseLease(lease);
  }
}
