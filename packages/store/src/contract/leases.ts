import { describe, expect, test } from 'vitest';
import { FencedError, LeaseHeldError } from '../errors';
import { appendOf, observationOf } from './history';
import { type CreateStore, withStore } from './with-store';

export function describeLeases(create: CreateStore): void {
  describe('lease', () => {
    const atTime = (work: (clock: { now: number }, log: import('../ports').RevisionLog) => Promise<void>) => {
      const clock = { now: Date.parse('2026-01-01T00:00:00.000Z') };
      return withStore(create, ({ log }) => work(clock, log), { now: () => clock.now });
    };
    const step = appendOf({ observations: [observationOf('git:1')] });

    test('one holder at a time, who may renew', () =>
      atTime(async (clock, log) => {
        const lease = await log.acquireLease('ann', 1000);
        expect(lease).toMatchObject({ holder: 'ann', expiresAt: '2026-01-01T00:00:01.000Z' });
        await expect(log.acquireLease('bob', 1000)).rejects.toThrow(
          new LeaseHeldError('ann', lease.expiresAt),
        );
        clock.now += 900;
        expect(await log.acquireLease('ann', 1000)).toEqual({
          ...lease,
          expiresAt: '2026-01-01T00:00:01.900Z',
        });
        clock.now += 900;
        await expect(log.acquireLease('bob', 1000)).rejects.toThrow(LeaseHeldError);
      }));

    test('an expired lease goes to the next, with a greater token, and writes no more', () =>
      atTime(async (clock, log) => {
        const old = await log.acquireLease('ann', 1000);
        clock.now += 1000;
        const lease = await log.acquireLease('bob', 1000);
        expect(lease.token).toBeGreaterThan(old.token);
        const head = await log.head();
        await expect(log.append(old, head, step)).rejects.toThrow(new FencedError(old.token, lease.token));
        await expect(log.rebuild(old, head, { ...step, keepUntil: 0 })).rejects.toThrow(FencedError);
        expect(await log.head()).toEqual(head);
        expect(await log.append(lease, head, step)).toMatchObject({ observations: 1 });
      }));

    test('a released lease writes no more and is free for others', () =>
      atTime(async (_, log) => {
        const lease = await log.acquireLease('ann', 1000);
        await log.releaseLease(lease);
        await expect(log.append(lease, await log.head(), step)).rejects.toThrow(FencedError);
        const next = await log.acquireLease('bob', 1000);
        expect(next.token).toBeGreaterThan(lease.token);
        await log.releaseLease(lease);
        await expect(log.acquireLease('ann', 1000)).rejects.toThrow(LeaseHeldError);
      }));
  });
}
