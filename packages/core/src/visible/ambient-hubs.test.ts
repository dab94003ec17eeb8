import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentId } from '../ids';
import { edge, id, nets } from '../traverse/graphs.testing';
import { ambientHubs } from './ambient-hubs';

/** `count` components that depend on the hub. */
const spokes = (hub: string, count: number) =>
  Array.from({ length: count }, (_, index) => edge(`${hub}-user-${index} > ${hub}`));

describe('ambientHubs', () => {
  it('finds what more than the root of the slice depends on', () => {
    const edges = [...spokes('vpc', 21), ...spokes('role', 9), ...spokes('alerts', 8)];
    expect([...ambientHubs(71, edges)]).toEqual([
      [id('vpc'), 21],
      [id('role'), 9],
    ]);
    expect([...ambientHubs(441, edges)]).toEqual([]);
    expect([...ambientHubs(440, edges)]).toEqual([[id('vpc'), 21]]);
  });

  it('leaves small pictures alone', () => {
    expect(ambientHubs(8, spokes('vpc', 7)).size).toBe(0);
    expect(ambientHubs(9, spokes('vpc', 8)).size).toBe(1);
  });

  it('does not count what depends on itself', () => {
    expect(ambientHubs(9, [...spokes('vpc', 7), edge('vpc > vpc')]).size).toBe(0);
  });

  it('names the same hubs in whatever order the dependencies come', () => {
    const many = nets.map(({ edges }) => [...edges, ...spokes('n0', 8), ...spokes('n1', 8)]);
    const shuffled = many.chain((edges) =>
      fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
    );
    fc.assert(
      fc.property(shuffled, ([edges, others]) => {
        expect([...ambientHubs(30, others)]).toEqual([...ambientHubs(30, edges)]);
        expect(ambientHubs(30, edges).has(componentId('test', 'node', 'n0'))).toBe(true);
      }),
    );
  });
});
