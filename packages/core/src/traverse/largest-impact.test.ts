import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edge, id, netOf, nets, topology } from './graphs.testing';
import { largestImpact } from './largest-impact';
import { lineage } from './lineage';

test('counts a diamond once', () => {
  const view = topology(netOf(edge('b > a'), edge('c > a'), edge('d > b'), edge('d > c')));
  expect(largestImpact(view, () => true)).toEqual({ id: id('a'), count: 3 });
  expect(largestImpact(view, (candidate) => candidate !== id('a'))).toEqual({ id: id('b'), count: 1 });
});

test('nothing downstream of anything', () => {
  expect(largestImpact(topology({ ids: [id('alone')], edges: [] }), () => true)).toBeNull();
});

test('finds the greatest of all counts', () => {
  fc.assert(
    fc.property(nets, (net) => {
      const view = topology(net);
      const [best] = net.ids
        .map((start) => ({
          id: start,
          count: lineage(view, { id: start, direction: 'downstream', depth: 100, limit: 0 }).total,
        }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
      expect(largestImpact(view, () => true)).toEqual(best ?? null);
    }),
  );
});
