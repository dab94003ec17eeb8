import { nextLease } from '../head';
import type { Lease } from '../ports';
import type { Connection } from './connection';
import { guarded } from './guarded';
import { leaseOf, readHeadVertex } from './head-vertex';
import { g, single } from './language';
import type { Names } from './names';

const ATTEMPTS = 20;

/**
 * Two round trips, more when somebody else writes the head at the same time.
 * @throws LeaseHeldError
 */
export async function acquireLease(
  connection: Connection,
  names: Names,
  asked: { readonly holder: string; readonly ttlMs: number; readonly now: number },
): Promise<Lease> {
  for (let attempt = 1; ; attempt++) {
    const head = await readHeadVertex(connection, names);
    const { token, holder, expiresAt } = head;
    const lease = nextLease({ token, lease: leaseOf(head) }, asked);
    if (await guarded(connection, names, { expected: { token, holder, expiresAt }, head: lease }))
      return lease;
    if (attempt === ATTEMPTS) throw new Error('The lease changes hands faster than it can be read.');
  }
}

/** One round trip. */
export async function releaseLease(connection: Connection, names: Names, { token }: Lease): Promise<void> {
  await connection.submit(g.V(names.head).has('token', token).property(single, 'holder', '').count());
}
