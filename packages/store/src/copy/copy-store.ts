import type { Head, Lease, RevisionLog, Store } from '../ports';
import { type Copy, type CopyOptions, SourceMovedError } from './copy';
import { copyObservations } from './copy-observations';
import { copyRecords } from './copy-records';
import { copyRevisions } from './copy-revisions';
import { copyWorld } from './copy-world';
import { verifyCopy } from './verify-copy';

/** What a copy holds when it is done, each counted in both stores. */
export interface CopyReport {
  readonly head: Head;
  readonly contents: number;
  readonly entries: number;
  readonly records: number;
}

const LEASE_MS = 60_000;

/**
 * Copies a whole history: observations, contents, revisions, the world, cursors and records, then reads both stores
 * and compares them. What is there already is checked and not copied again, so that a copy that was interrupted goes
 * on. The target's generation is its own; the versions of records count anew.
 * @throws CopyConflictError @throws SourceMovedError @throws LeaseHeldError when somebody writes to the target.
 */
export async function copyStore(from: Store, to: Store, options: CopyOptions): Promise<CopyReport> {
  const { holder } = options;
  const source = await from.log.head();
  const lease = await to.log.acquireLease(holder, LEASE_MS);
  let head = await to.log.head();
  const copy: Copy = {
    ...options,
    from: from.log,
    to: to.log,
    source,
    async append(batch) {
      options.signal?.throwIfAborted();
      head = await to.log.append(await renewed(to.log, lease), head, batch);
      return head;
    },
  };
  try {
    const contents = await copyObservations(copy, head.observations);
    await copyRevisions(copy, head.revision);
    const entries = await copyWorld(copy);
    const records = await copyRecords(from.records, to.records, options);
    await verifyCopy(copy);
    const after = await from.log.head();
    if (after.revision !== source.revision || after.observations !== source.observations)
      throw new SourceMovedError(source, after);
    return { head, contents, entries, records };
  } finally {
    await to.log.releaseLease(lease);
  }
}

/** A long copy outlives its lease; renewing keeps the token. */
function renewed(log: RevisionLog, { holder }: Lease): Promise<Lease> {
  return log.acquireLease(holder, LEASE_MS);
}
