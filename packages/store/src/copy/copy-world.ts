import type { Subject } from '@karma/core';
import type { EntryChange } from '../ports';
import type { Copy } from './copy';
import { emptyAppend, inBatches } from './parts';

const BATCH = 1000;

/** Brings the entries of the target to those of the source, and then its cursors; gives how many entries there are. */
export async function copyWorld(copy: Copy): Promise<number> {
  const { from, to, onProgress } = copy;
  const present = new Map<Subject, string>();
  for await (const { subject, ...entry } of to.entries()) present.set(subject, JSON.stringify(entry));
  let count = 0;
  for await (const batch of inBatches(from.entries(), BATCH)) {
    const changed: EntryChange[] = [];
    for (const { subject, ...entry } of batch) {
      if (present.get(subject) !== JSON.stringify(entry)) changed.push({ subject, entry });
      present.delete(subject);
    }
    count += batch.length;
    if (changed.length > 0) await copy.append({ ...emptyAppend(), entries: changed });
    onProgress?.('world', count, count);
  }
  const gone = [...present.keys()].map((subject): EntryChange => ({ subject, entry: null }));
  // Cursors come last: without them a source is read from its beginning, and nothing is lost.
  await copy.append({ ...emptyAppend(), entries: gone, cursors: await from.cursors() });
  return count;
}
