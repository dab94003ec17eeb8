import type { Revision } from '@karma/core';
import { type Copy, CopyConflictError } from './copy';
import { emptyAppend } from './parts';

/** Changes in one append: a first revision alone, later ones many at a time. */
const CHANGES = 1000;

/** @param present the number of the target's last revision: it must be the same in the source. */
export async function copyRevisions(copy: Copy, present: number): Promise<void> {
  const { from, to, source, onProgress } = copy;
  const last = present === 0 ? undefined : await to.revision(present);
  const same = present === 0 ? undefined : await from.revision(present);
  if (last?.key !== same?.key || last?.at !== same?.at)
    throw new CopyConflictError(`revision ${present} is ${last?.key} in the target and ${same?.key} here`);
  let batch: Revision[] = [];
  const flush = async () => {
    if (batch.length > 0) await copy.append({ ...emptyAppend(), revisions: batch });
    batch = [];
  };
  for (let number = present + 1; number <= source.revision; number++) {
    const revision = await from.revision(number);
    if (!revision) throw new CopyConflictError(`revision ${number} is gone from the source`);
    batch.push(revision);
    if (batch.reduce((sum, each) => sum + sizeOf(each), 0) >= CHANGES) {
      await flush();
      onProgress?.('revisions', number, source.revision);
    }
  }
  await flush();
  onProgress?.('revisions', source.revision, source.revision);
}

function sizeOf({ changes: { components, dependencies, findings } }: Revision): number {
  return 1 + components.length + dependencies.length + findings.length;
}
