import type { Append } from '../ports';

/** An append with nothing in it. */
export function emptyAppend(): Append {
  return { observations: [], contents: new Map(), entries: [], cursors: new Map(), revisions: [] };
}

export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
