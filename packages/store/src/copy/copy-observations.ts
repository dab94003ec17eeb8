import type { Observation } from '@karma/core';
import { type Copy, CopyConflictError } from './copy';
import { emptyAppend, inBatches } from './parts';

/** Observations in one append. */
const BATCH = 500;

/**
 * Copies observations and the contents that they refer to; gives how many contents there are.
 * @param present how many observations the target has: they must be the first of the source.
 */
export async function copyObservations(copy: Copy, present: number): Promise<number> {
  const { from, to, source, onProgress } = copy;
  if (present > source.observations)
    throw new CopyConflictError(`the target has ${present} observations, the source ${source.observations}`);
  const there = to.observations()[Symbol.asyncIterator]();
  const hashes = new Set<string>();
  let done = 0;
  for await (const batch of inBatches(from.observations(), BATCH)) {
    const fresh: Observation[] = [];
    for (const observation of batch) {
      if (done++ >= present) fresh.push(observation);
      else await expectSame(observation, there, done);
    }
    const referred = [...new Set(batch.flatMap(({ changes }) => changes.flatMap(({ hash }) => hash ?? [])))];
    for (const hash of referred) hashes.add(hash);
    const known = await to.hasContents(referred);
    const contents = await from.contents(referred.filter((hash) => !known.has(hash)));
    if (fresh.length > 0 || contents.size > 0)
      await copy.append({ ...emptyAppend(), observations: fresh, contents });
    onProgress?.('observations', done, source.observations);
  }
  return hashes.size;
}

async function expectSame(
  { key, source }: Observation,
  there: AsyncIterator<Observation>,
  position: number,
): Promise<void> {
  const { value, done } = await there.next();
  if (done || value.key !== key || value.source !== source)
    throw new CopyConflictError(`observation ${position} is ${key} of ${source} in the source only`);
}
