import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComponentId } from '../ids';
import { edge, id, netOf, nets, topology } from './graphs.testing';
import { largestImpact } from './largest-impact';
import { lineage } from './lineage';

const all = () => 'all';

test('counts a diamond once', () => {
  const view = topology(netOf(edge('b > a'), edge('c > a'), edge('d > b'), edge('d > c')));
  expect(largestImpact(view, all)).toEqual(new Map([['all', { id: id('a'), count: 3 }]]));
  const apart = (component: ComponentId) => (component === id('a') ? 'first' : 'rest');
  expect(largestImpact(view, apart).get('rest')).toEqual({ id: id('b'), count: 1 });
});

test('nothing downstream of anything', () => {
  expect(largestImpact(topology({ ids: [id('alone')], edges: [] }), all)).toEqual(new Map());
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
      expect(largestImpact(view, all).get('all')).toEqual(best);
    }),
  );
});

test('finds the head of a long chain, and counts all of it', () => {
  const chain = Array.from({ length: 3000 }, (_, n) => edge(`n${n + 1} > n${n}`));
  expect(largestImpact(topology(netOf(...chain)), all).get('all')?.count).toBeGreaterThan(2990);
});
