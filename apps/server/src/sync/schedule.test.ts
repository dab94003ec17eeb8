import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Schedule } from './schedule';

const EVERY = 2000;

it('asks at once what was never asked, and then at its own pace', () => {
  const schedule = new Schedule();
  expect(schedule.isDue('git:main', 0)).toBe(true);
  schedule.begin('git:main');
  schedule.end('git:main', { ok: true, everyMs: EVERY, now: 1000 });
  expect(schedule.nextAt('git:main')).toBe(3000);
  expect(schedule.isDue('git:main', 2999)).toBe(false);
  expect(schedule.isDue('git:main', 3000)).toBe(true);
});

it('asks ever more seldom while it fails, never the same for all, and at its pace again once it answers', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
      (random, failures) => {
        const schedule = new Schedule(() => random);
        for (let count = 0; count < failures; count += 1)
          schedule.end('git:main', { ok: false, everyMs: EVERY, now: 0 });
        const longest = Math.min(EVERY * 2 ** failures, 8 * EVERY);
        expect(schedule.nextAt('git:main')).toBeCloseTo((longest * (1 + random)) / 2);
        schedule.end('git:main', { ok: true, everyMs: EVERY, now: 0 });
        expect(schedule.nextAt('git:main')).toBe(EVERY);
      },
    ),
  );
});

it('never asks a source with a long pace more often because it fails', () => {
  const schedule = new Schedule(() => 0);
  for (let count = 0; count < 20; count += 1)
    schedule.end('parameters', { ok: false, everyMs: 300_000, now: 0 });
  expect(schedule.nextAt('parameters')).toBe(300_000);
});

it('asks again what was nudged while it was being asked', () => {
  const schedule = new Schedule();
  schedule.nudge('git:main');
  schedule.begin('git:main');
  schedule.nudge('git:main');
  schedule.end('git:main', { ok: true, everyMs: EVERY, now: 1000 });
  expect(schedule.isDue('git:main', 1000)).toBe(true);
  schedule.begin('git:main');
  schedule.end('git:main', { ok: true, everyMs: EVERY, now: 1000 });
  expect(schedule.isDue('git:main', 1000)).toBe(false);
});
