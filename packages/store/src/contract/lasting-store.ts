import { describe, expect, test } from 'vitest';
import type { Store } from '../ports';
import type { StoreOptions } from '../reference/create-memory-store';
import { describeGraphReader } from './graph-reader';
import { appendOf, observationOf } from './history';
import { describeStore } from './store';

/**
 * What every Store does that outlives the process; an adapter's test calls it.
 * @param newPlace names a place where no store is yet.
 * @param open opens the store at a place; several may have it open.
 */
export function describeLastingStore(
  newPlace: () => string,
  open: (place: string, options?: StoreOptions) => Promise<Store>,
): void {
  describeStore((options) => open(newPlace(), options));

  describe('read over one connection, written over another', () => {
    describeGraphReader(async (options) => {
      const place = newPlace();
      const [writer, reader] = [await open(place, options), await open(place, options)];
      const close = async () => {
        await Promise.all([writer.close(), reader.close()]);
      };
      return { ...reader, log: writer.log, close };
    });
  });

  test('opened again, it holds what was written', async () => {
    const place = newPlace();
    const store = await open(place);
    const lease = await store.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')], contents: new Map([['c1', 'text']]) });
    const head = await store.log.append(lease, await store.log.head(), append);
    await store.close();
    const again = await open(place);
    expect(await again.log.head()).toEqual(head);
    expect(await again.log.contents(['c1'])).toEqual(new Map([['c1', 'text']]));
    await again.close();
  });

  test('notices what another connection wrote', async () => {
    const place = newPlace();
    const [writer, follower] = [await open(place), await open(place)];
    const noticed = new Promise((resolve) => follower.onHead(resolve));
    const lease = await writer.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')] });
    const head = await writer.log.append(lease, await writer.log.head(), append);
    expect(await noticed).toEqual(head);
    await Promise.all([writer.close(), follower.close()]);
  });
}
