import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Head } from '../ports';
import { appendOf, EMPTY_GRAPH, observationOf, revisionsOf } from './history';
import { type CreateStore, withStore } from './with-store';

/** When every Store calls back; an adapter's test calls it. */
export function describeOnHead(create: CreateStore): void {
  describe('onHead', () => {
    test('tells each listener of each move, until it unsubscribes', () =>
      withStore(create, async ({ log, onHead }) => {
        const seen: Head[] = [];
        const listener = (head: Head) => seen.push(head);
        const [stop, stopOther] = [onHead(listener), onHead(listener)];
        const lease = await log.acquireLease('test', 60_000);
        const first = await log.append(
          lease,
          await log.head(),
          appendOf({ observations: [observationOf('git:1')] }),
        );
        expect(seen).toEqual([first, first]);
        stop();
        const second = await log.rebuild(lease, first, {
          ...appendOf({ revisions: revisionsOf([EMPTY_GRAPH]) }),
          keepUntil: 0,
        });
        expect(seen).toEqual([first, first, second]);
        stopOther();
        await log.append(lease, second, appendOf({ observations: [observationOf('git:2')] }));
        expect(seen).toHaveLength(3);
      }));

    test('goes on when a listener throws, and warns', () =>
      withStore(create, async ({ log, onHead }) => {
        const warned = once(process, 'warning');
        const seen: Head[] = [];
        onHead(() => {
          throw new Error('A listener failed.');
        });
        onHead((head) => seen.push(head));
        const lease = await log.acquireLease('test', 60_000);
        const append = appendOf({ observations: [observationOf('git:1')] });
        const head = await log.append(lease, await log.head(), append);
        expect(seen).toEqual([head]);
        expect(await warned).toEqual([expect.objectContaining({ message: 'A listener failed.' })]);
      }));

    test('is silent when the head stays', () =>
      withStore(create, async ({ log, onHead }) => {
        const seen: Head[] = [];
        onHead((head) => seen.push(head));
        const lease = await log.acquireLease('test', 60_000);
        await log.append(lease, await log.head(), appendOf({ cursors: new Map([['git:main', 'same']]) }));
        expect(seen).toEqual([]);
        expect(await log.cursors()).toEqual(new Map([['git:main', 'same']]));
      }));
  });
}
