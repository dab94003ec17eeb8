import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edge, id, netOf, nets, topology } from './graphs.testing';
import { lineage } from './lineage';
import { shortestPath } from './shortest-path';

describe('shortestPath', () => {
  const view = topology(netOf(edge('web > api'), edge('api > db'), edge('web > cache'), edge('cache > db')));

  test('follows dependencies, and says so', () => {
    expect(shortestPath(view, [id('web')], [id('db')])).toEqual({
      ids: [id('web'), id('api'), id('db')],
      direction: 'upstream',
    });
  });

  test('goes the other way round when that is the only one', () => {
    expect(shortestPath(view, [id('db')], [id('api')])).toEqual({
      ids: [id('db'), id('api')],
      direction: 'downstream',
    });
  });

  test('between siblings there is none', () => {
    expect(shortestPath(view, [id('api')], [id('cache')])).toBeNull();
  });

  test('between sets it is a shortest of all pairs, made of dependencies', () => {
    const twoSets = nets.chain((net) => {
      const some = fc.uniqueArray(fc.constantFrom(...net.ids), { minLength: 1, maxLength: 3 });
      return fc.record({ net: fc.constant(net), from: some, to: some });
    });
    fc.assert(
      fc.property(twoSets, ({ net, from, to }) => {
        const graph = topology(net);
        const path = shortestPath(graph, from, to);
        const stepsTo = (direction: 'upstream' | 'downstream') =>
          Math.min(
            ...from.flatMap((start) => [
              ...(to.includes(start) ? [0] : []),
              ...lineage(graph, { id: start, direction, depth: 100, limit: 100 })
                .items.filter((item) => to.includes(item.id))
                .map((item) => Math.abs(item.distance)),
            ]),
          );
        const direction = stepsTo('upstream') < Number.POSITIVE_INFINITY ? 'upstream' : 'downstream';
        const steps = stepsTo(direction);
        if (path === null) {
          expect(steps).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        expect(path.direction).toBe(direction);
        expect(path.ids).toHaveLength(steps + 1);
        expect(from).toContain(path.ids[0]);
        expect(to).toContain(path.ids.at(-1));
        const along = direction === 'upstream' ? path.ids : [...path.ids].reverse();
        along.slice(1).forEach((provider, index) => {
          expect(net.edges.some((e) => e.from === along[index] && e.to === provider)).toBe(true);
        });
      }),
    );
  });
});
