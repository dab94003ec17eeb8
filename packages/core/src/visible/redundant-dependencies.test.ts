import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, edge, type Net, netOf, nets, topology } from '../traverse/graphs.testing';
import { reach } from '../traverse/reach';
import { redundantDependencies } from './redundant-dependencies';

/** All pairs that reach each other, by brute force. */
function pairs(net: Net): string[] {
  const view = topology(net);
  return net.ids.flatMap((start) => {
    const starts = [view.ordinal(start) ?? 0];
    const { order } = reach(view, { starts, next: (ordinal) => view.upstream(ordinal), depth: 99 });
    return [...order].map((reached) => `${start} ${view.id(reached)}`).sort();
  });
}

const without = (net: Net, left: ReadonlySet<Edge>): Net => ({
  ids: net.ids,
  edges: net.edges.filter((one) => !left.has(one)),
});

/** The same, with only the edges that lead from an earlier component to a later one. */
const acyclic = nets.map(({ ids, edges }) => ({
  ids,
  edges: edges.filter(({ from, to }) => ids.indexOf(from) < ids.indexOf(to)),
}));

describe('redundantDependencies', () => {
  it('changes nothing about who reaches whom', () => {
    fc.assert(
      fc.property(nets, (net) => {
        expect(pairs(without(net, redundantDependencies(net.edges)))).toEqual(pairs(net));
      }),
    );
  });

  it('leaves nothing in a graph without cycles that could be left out, too', () => {
    fc.assert(
      fc.property(acyclic, (net) => {
        const rest = without(net, redundantDependencies(net.edges));
        const all = pairs(rest);
        for (const one of rest.edges)
          expect(pairs(without(rest, new Set([one]))).length).toBeLessThan(all.length);
      }),
    );
  });

  it('keeps what is within a cycle, and what leads out of it side by side', () => {
    const net = netOf(edge('a > b'), edge('b > a'), edge('a > c'), edge('b > c'), edge('a > a'));
    expect(redundantDependencies(net.edges).size).toBe(0);
  });

  it('finds what a chain implies, however far it reaches over the others', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => edge(`n${index} > n${index + 1}`));
    const jumps = [edge('n0 > n3000'), edge('n7 > n2900'), edge('n2998 > n3000')];
    expect(redundantDependencies([...chain, ...jumps])).toEqual(new Set(jumps));
  });

  it('takes a cycle on the way for one step', () => {
    const short = edge('a > d');
    const net = netOf(edge('a > b'), edge('b > c'), edge('c > b'), edge('c > d'), short);
    expect(redundantDependencies(net.edges)).toEqual(new Set([short]));
  });
});
