import { ConflictError, FencedError, InvalidAppendError, LeaseHeldError } from './errors';
import type { Append, Head, Lease } from './ports';

export const EMPTY_HEAD: Head = { generation: 1, revision: 0, key: '', observations: 0 };

/** The head after appending to what `base` stands for. */
export function headAfter(base: Head, { observations, revisions }: Append): Head {
  const last = revisions.at(-1);
  return {
    generation: base.generation,
    revision: last?.number ?? base.revision,
    key: last?.key ?? base.key,
    observations: base.observations + observations.length,
  };
}

export function isSameHead(a: Head, b: Head): boolean {
  return a.generation === b.generation && a.revision === b.revision && a.observations === b.observations;
}

/** @throws ConflictError */
export function checkHead(actual: Head, expected: Head): void {
  if (isSameHead(actual, expected)) return;
  const words = ({ generation, revision, observations }: Head) =>
    `generation ${generation}, revision ${revision}, ${observations} observations`;
  throw new ConflictError('The head', words(expected), words(actual));
}

/** @throws FencedError @param current the token of the last lease given out, and whether it is still held. */
export function checkLease(lease: Lease, current: { readonly token: number; readonly held: boolean }): void {
  if (lease.token !== current.token || !current.held) throw new FencedError(lease.token, current.token);
}

/**
 * The lease to give out. An expired lease still writes until the next one is given out.
 * @throws LeaseHeldError
 */
export function nextLease(
  current: { readonly lease: Lease | null; readonly token: number },
  asked: { readonly holder: string; readonly ttlMs: number; readonly now: number },
): Lease {
  const { lease, token } = current;
  const isOwn = lease?.holder === asked.holder;
  if (lease && !isOwn && Date.parse(lease.expiresAt) > asked.now) {
    throw new LeaseHeldError(lease.holder, lease.expiresAt);
  }
  return {
    token: isOwn ? token : token + 1,
    holder: asked.holder,
    expiresAt: new Date(asked.now + asked.ttlMs).toISOString(),
  };
}

/** @throws InvalidAppendError @param from the revision to which is appended. */
export function checkConsecutive(from: number, { revisions }: Append): void {
  revisions.forEach(({ number }, index) => {
    if (number !== from + index + 1) {
      throw new InvalidAppendError(`revision ${number} stands where ${from + index + 1} must be.`);
    }
  });
}
