import { z } from 'zod';
import { checkLease, nextLease } from '../head';
import type { Lease } from '../ports';
import type { Sql } from './sql';

const leaseRow = z.object({
  token: z.number(),
  holder: z.string().nullable(),
  expires_at: z.string().nullable(),
});

function readLease(sql: Sql): { readonly token: number; readonly lease: Lease | null } {
  const { token, holder, expires_at } = leaseRow.parse(sql.first('SELECT * FROM lease', leaseRow));
  return {
    token,
    lease: holder === null || expires_at === null ? null : { token, holder, expiresAt: expires_at },
  };
}

/** @throws LeaseHeldError */
export function acquireLease(sql: Sql, asked: { holder: string; ttlMs: number; now: number }): Lease {
  return sql.write(() => {
    const lease = nextLease(readLease(sql), asked);
    sql.run('UPDATE lease SET token = ?, holder = ?, expires_at = ?', [
      lease.token,
      lease.holder,
      lease.expiresAt,
    ]);
    return lease;
  });
}

export function releaseLease(sql: Sql, { token }: Lease): void {
  sql.run('UPDATE lease SET holder = NULL, expires_at = NULL WHERE token = ?', [token]);
}

/** To be called in the transaction that writes. @throws FencedError */
export function verifyLease(sql: Sql, lease: Lease): void {
  const { token, lease: current } = readLease(sql);
  checkLease(lease, { token, held: current !== null });
}
