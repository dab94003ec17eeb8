import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComponentId } from '../ids';
import { edge, id, type Net, netOf, netsWithStart, topology } from './graphs.testing';
import { impact } from './impact';
import { lineage } from './lineage';
import { stepCertainty } from './step-certainty';
import { CERTAINTIES, type Certainty, type TopologyView } from './topology';

const everything = { depth: 100, limit: 100, waves: true };

/** By component, the certainty of its best path: relaxation of every step, weakest link first. */
function certainties({ ids, edges }: Net, view: TopologyView, start: ComponentId, output?: string) {
  const rank = new Map<ComponentId, number>([[start, 0]]);
  for (const _ of ids) {
    for (const { from, to } of edges) {
      const link = view.link(view.ordinal(from) ?? -1, view.ordinal(to) ?? -1);
      const step = stepCertainty(link, to === start ? output : undefined);
      const before = rank.get(to);
      if (step === null || before === undefined) continue;
      const reached = Math.max(before, CERTAINTIES.indexOf(step));
      if (reached < (rank.get(from) ?? Number.POSITIVE_INFINITY)) rank.set(from, reached);
    }
  }
  rank.delete(start);
  return new Map([...rank].map(([found, value]) => [found, CERTAINTIES[value]] as const));
}

describe('impact', () => {
  const net = netOf(
    edge('api > db', { consumes: ['url'] }),
    edge('report > db', { consumes: ['replica'] }),
    edge('batch > db'),
    edge('guess > db', { confidence: 'inferred', consumes: ['url'] }),
    edge('either > db', { ambiguous: true, consumes: ['url'] }),
    edge('site > api'),
    edge('site > guess'),
  );

  test('counts rings and certainties and says how each is reached', () => {
    const result = impact(topology(net), { id: id('db'), ...everything });
    expect(result).toMatchObject({
      output: null,
      total: 6,
      rings: [5, 1],
      byCertainty: { certain: 4, likely: 1, possible: 1 },
      notAffected: [],
    });
    expect(result.items.at(-1)).toEqual({
      id: id('site'),
      distance: 2,
      certainty: 'certain',
      via: id('api'),
      wave: 1,
    });
    expect(result.waves).toEqual([
      [id('api'), id('batch'), id('either'), id('guess'), id('report')],
      [id('site')],
    ]);
  });

  test('an output narrows the first step: who reads others is not affected, unknown readers are likely', () => {
    const result = impact(topology(net), { id: id('db'), output: 'url', ...everything });
    expect(result.notAffected).toEqual([id('report')]);
    expect(Object.fromEntries(result.items.map((item) => [item.id, item.certainty]))).toEqual({
      [id('api')]: 'certain',
      [id('batch')]: 'likely',
      [id('guess')]: 'likely',
      [id('either')]: 'possible',
      [id('site')]: 'certain',
    });
  });

  test('a consumer of other outputs is affected all the same when another way leads to it', () => {
    const detour = netOf(
      edge('a > start', { consumes: ['x'] }),
      edge('b > start', { consumes: ['y'] }),
      edge('b > a'),
    );
    const result = impact(topology(detour), { id: id('start'), output: 'x', ...everything });
    expect(result.items.map((item) => [item.id, item.distance])).toEqual([
      [id('a'), 1],
      [id('b'), 2],
    ]);
    expect(result.notAffected).toEqual([]);
  });

  test('prefers the longer, more certain way over the shorter guess', () => {
    const ways = netOf(
      edge('end > start', { confidence: 'inferred' }),
      edge('end > mid'),
      edge('mid > start'),
    );
    const end = impact(topology(ways), { id: id('start'), ...everything }).items[0];
    expect(end).toMatchObject({ id: id('end'), distance: 1, certainty: 'certain', via: id('mid') });
  });

  test('a cycle is one wave, after what it depends on and before what depends on it', () => {
    const cycle = netOf(edge('a > start'), edge('a > b'), edge('b > a'), edge('c > b'));
    expect(impact(topology(cycle), { id: id('start'), ...everything }).waves).toEqual([
      [id('a'), id('b')],
      [id('c')],
    ]);
  });

  const outputs = fc.constantFrom(undefined, 'a', 'b');
  const query = (start: ComponentId, output: string | undefined) => ({
    id: start,
    ...(output === undefined ? {} : { output }),
    ...everything,
  });

  test('reaches what lineage reaches, at the same distance', () => {
    fc.assert(
      fc.property(netsWithStart, ({ net, start }) => {
        const view = topology(net);
        const expected = lineage(view, { id: start, direction: 'downstream', depth: 100, limit: 100 });
        const result = impact(view, query(start, undefined));
        expect(result.items.map((item) => ({ id: item.id, distance: item.distance }))).toEqual(
          expected.items,
        );
        expect(result.rings.reduce((sum, ring) => sum + ring, 0)).toBe(expected.total);
      }),
    );
  });

  test('is as certain as the best path', () => {
    fc.assert(
      fc.property(netsWithStart, outputs, ({ net, start }, output) => {
        const view = topology(net);
        const result = impact(view, query(start, output));
        expect(new Map(result.items.map((item) => [item.id, item.certainty]))).toEqual(
          certainties(net, view, start, output),
        );
        const counts: Record<Certainty, number> = { certain: 0, likely: 0, possible: 0 };
        for (const item of result.items) counts[item.certainty]++;
        expect(result.byCertainty).toEqual(counts);
      }),
    );
  });

  test('every chain of `via` leads to the start over steps at least as certain', () => {
    fc.assert(
      fc.property(netsWithStart, outputs, ({ net, start }, output) => {
        const view = topology(net);
        const items = new Map(impact(view, query(start, output)).items.map((item) => [item.id, item]));
        for (const item of items.values()) {
          let at = item.id;
          for (let steps = 0; at !== start; steps++) {
            expect(steps).toBeLessThan(net.ids.length);
            const via = items.get(at)?.via ?? start;
            const link = view.link(view.ordinal(at) ?? -1, view.ordinal(via) ?? -1);
            const step = stepCertainty(link, via === start ? output : undefined);
            expect(CERTAINTIES.indexOf(step ?? 'possible')).toBeLessThanOrEqual(
              CERTAINTIES.indexOf(item.certainty),
            );
            at = via;
          }
        }
      }),
    );
  });

  test('waves hold each affected component once and respect every dependency outside cycles', () => {
    fc.assert(
      fc.property(netsWithStart, ({ net, start }) => {
        const view = topology(net);
        const { waves, items } = impact(view, query(start, undefined));
        const wave = new Map(waves?.flatMap((members, number) => members.map((member) => [member, number])));
        expect(new Map(items.map((item) => [item.id, item.wave]))).toEqual(wave);
        const reaches = (from: ComponentId, to: ComponentId) => {
          // Cycles within the affected set: those that avoid the start.
          const inside = { ids: net.ids, edges: net.edges.filter((e) => e.from !== start && e.to !== start) };
          return lineage(topology(inside), {
            id: from,
            direction: 'upstream',
            depth: 100,
            limit: 100,
          }).items.some((item) => item.id === to);
        };
        for (const { from, to } of net.edges) {
          const consumer = wave.get(from);
          const provider = wave.get(to);
          if (consumer === undefined || provider === undefined || from === to) continue;
          if (reaches(to, from)) expect(consumer).toBe(provider);
          else expect(consumer).toBeGreaterThan(provider);
        }
        // As early as can be: a later wave has a reason in the one before it.
        for (const [number, members] of (waves ?? []).entries()) {
          if (number === 0) continue;
          expect(
            net.edges.some(({ from, to }) => members.includes(from) && wave.get(to) === number - 1),
          ).toBe(true);
        }
      }),
    );
  });
});
