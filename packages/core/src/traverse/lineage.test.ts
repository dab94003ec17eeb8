import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComponentId } from '../ids';
import { UnknownComponentError } from './errors';
import { edge, id, type Net, netOf, netsWithStart, topology } from './graphs.testing';
import { lineage } from './lineage';

const chain = topology(netOf(edge('app > db'), edge('db > vpc'), edge('web > app')));
const everything = { depth: 100, limit: 100 };

/** Distances by relaxing every edge as often as there are components. */
function distances({ ids, edges }: Net, start: ComponentId, direction: 'upstream' | 'downstream') {
  const found = new Map([[start, 0]]);
  for (const _ of ids) {
    for (const { from, to } of edges) {
      const [near, far] = direction === 'upstream' ? [from, to] : [to, from];
      const next = (found.get(near) ?? Number.POSITIVE_INFINITY) + 1;
      if (next < (found.get(far) ?? Number.POSITIVE_INFINITY) && next <= ids.length) found.set(far, next);
    }
  }
  found.delete(start);
  return found;
}

describe('lineage', () => {
  test('follows dependencies upstream, consumers downstream, with signed distances', () => {
    expect(lineage(chain, { id: id('db'), direction: 'both', ...everything })).toEqual({
      start: id('db'),
      total: 3,
      items: [
        { id: id('app'), distance: 1 },
        { id: id('vpc'), distance: -1 },
        { id: id('web'), distance: 2 },
      ],
    });
  });

  test('stops at the depth, and counts beyond the limit', () => {
    const shallow = lineage(chain, { id: id('db'), direction: 'downstream', depth: 1, limit: 10 });
    expect(shallow.items).toEqual([{ id: id('app'), distance: 1 }]);
    const cut = lineage(chain, { id: id('vpc'), direction: 'downstream', depth: 10, limit: 1 });
    expect(cut).toMatchObject({ total: 3, items: [{ id: id('db'), distance: 1 }] });
  });

  test('says which component is unknown', () => {
    expect(() => lineage(chain, { id: id('none'), direction: 'both', ...everything })).toThrow(
      new UnknownComponentError(id('none')),
    );
  });

  test.each(['upstream', 'downstream'] as const)('%s: agrees with relaxation of all edges', (direction) => {
    fc.assert(
      fc.property(netsWithStart, ({ net, start }) => {
        const sign = direction === 'upstream' ? -1 : 1;
        const expected = [...distances(net, start, direction)]
          .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
          .map(([found, distance]) => ({ id: found, distance: sign * distance }));
        const result = lineage(topology(net), { id: start, direction, ...everything });
        expect(result.items).toEqual(expected);
        expect(result.total).toBe(expected.length);
      }),
    );
  });

  test('both: each component once, at its nearer distance, upstream when equal', () => {
    fc.assert(
      fc.property(netsWithStart, ({ net, start }) => {
        const up = distances(net, start, 'upstream');
        const down = distances(net, start, 'downstream');
        const expected = [...new Set([...up.keys(), ...down.keys()])]
          .map((found) => {
            const above = up.get(found) ?? Number.POSITIVE_INFINITY;
            const below = down.get(found) ?? Number.POSITIVE_INFINITY;
            return { id: found, distance: above <= below ? -above : below };
          })
          .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance) || (a.id < b.id ? -1 : 1));
        expect(lineage(topology(net), { id: start, direction: 'both', ...everything }).items).toEqual(
          expected,
        );
      }),
    );
  });

  test('a limit gives the first of the whole', () => {
    fc.assert(
      fc.property(netsWithStart, fc.nat(6), ({ net, start }, limit) => {
        const view = topology(net);
        const whole = lineage(view, { id: start, direction: 'both', ...everything });
        const part = lineage(view, { id: start, direction: 'both', depth: 100, limit });
        expect(part).toEqual({ ...whole, items: whole.items.slice(0, limit) });
      }),
    );
  });
});
