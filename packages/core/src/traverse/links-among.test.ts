import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edge, id, netOf, nets, topology } from './graphs.testing';
import { linksAmong } from './links-among';

test('gives each link between two of the ids once, and nothing for an unknown one', () => {
  const chain = topology(netOf(edge('app > db'), edge('db > vpc'), edge('web > app')));
  const ends = linksAmong(chain, [id('vpc'), id('app'), id('db'), id('db'), id('nowhere')]);
  expect(ends.map(({ from, to }) => [from, to])).toEqual([
    [id('app'), id('db')],
    [id('db'), id('vpc')],
  ]);
});

test('gives every edge of the graph for all of its ids', () => {
  fc.assert(
    fc.property(nets, (net) => {
      const ends = linksAmong(topology(net), net.ids).map(({ from, to }) => `${from} ${to}`);
      expect(ends.sort()).toEqual(net.edges.map(({ from, to }) => `${from} ${to}`).sort());
    }),
  );
});
