import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../observation';
import {
  comparePositions,
  groupSteps,
  liveObservations,
  mergeHistory,
  placeInTime,
  positionOf,
} from './order';

const observation = (source: string, key: string, seconds: number, rewoundTo?: string): Observation => ({
  source,
  key,
  actor: null,
  at: new Date(seconds * 1000).toISOString(),
  message: '',
  observedAt: new Date(0).toISOString(),
  changes: [],
  ...(rewoundTo === undefined ? {} : { rewoundTo }),
});

const order = (observations: readonly Observation[]) =>
  mergeHistory([...liveObservations(observations).values()].map((live) => placeInTime(live)));

describe('the order of history', () => {
  it('goes by time, then by source', () => {
    const ordered = order([
      observation('git:main', 'c', 30),
      observation('git:dev', 'a', 10),
      observation('git:dev', 'd', 30),
      observation('parameters:1/eu', 'b', 20),
    ]);
    expect(ordered.map(({ observation: { key } }) => key)).toEqual(['a', 'b', 'd', 'c']);
  });

  it('keeps a step whose clock went backwards behind the one that it follows', () => {
    const [, second] = placeInTime([observation('git:main', 'a', 50), observation('git:main', 'b', 10)]);
    expect(second?.at).toBe('1970-01-01T00:00:50.000Z');
  });

  it('puts what is told of the past at its own time, before what follows from it', () => {
    const ordered = order([
      observation('parameters:1/eu', '@3', 30),
      { ...observation('parameters:1/eu', '@1', 10), isPast: true },
      { ...observation('parameters:1/eu', '@2', 30), isPast: true },
      observation('parameters:1/eu', '@4', 20),
    ]);
    expect(ordered.map(({ observation: { key } }) => key)).toEqual(['@1', '@2', '@3', '@4']);
  });

  it('makes one step of a commit that reached two branches', () => {
    const steps = groupSteps(order([observation('git:dev', 'a', 10), observation('git:main', 'a', 10)]));
    expect(steps).toMatchObject([
      { key: 'a', observations: [{ source: 'git:dev' }, { source: 'git:main' }] },
    ]);
  });

  it('leaves out what a rewind took back, in that source only', () => {
    const live = liveObservations([
      observation('git:main', 'a', 1),
      observation('git:main', 'b', 2),
      observation('git:dev', 'b', 2),
      observation('git:main', 'c', 3, 'a'),
      observation('git:dev', 'd', 4, ''),
    ]);
    expect(live.get('git:main')?.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(live.get('git:dev')?.map(({ key }) => key)).toEqual(['d']);
  });

  it('is sorted, loses nothing, and keeps the order within each source', () => {
    const any = fc.array(
      fc.record({ source: fc.constantFrom('a', 'b', 'c'), seconds: fc.integer({ min: 0, max: 9 }) }),
    );
    fc.assert(
      fc.property(any, (rows) => {
        const observations = rows.map(({ source, seconds }, i) => observation(source, `${i}`, seconds));
        const ordered = order(observations);
        expect(ordered).toHaveLength(observations.length);
        ordered.slice(1).forEach((placed, i) => {
          const before = ordered[i];
          if (before) expect(comparePositions(positionOf(before), positionOf(placed))).toBeLessThanOrEqual(0);
        });
        for (const source of ['a', 'b', 'c']) {
          const keys = ordered.filter((p) => p.observation.source === source).map((p) => p.observation.key);
          expect(keys).toEqual(observations.filter((o) => o.source === source).map(({ key }) => key));
        }
      }),
    );
  });
});
