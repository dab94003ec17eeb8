import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse';
import { evaluate } from './evaluate';
import { contextOf } from './graphs.testing';

const names = Array.from({ length: 8 }, (_, index) => `n${index}`);
const edges = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), {
  maxLength: 16,
  selector: String,
});
type Edges = readonly (readonly [from: string, to: string])[];

function answer(text: string, net: Edges): string[] {
  const components = Object.fromEntries(names.map((name) => [`t/t/${name}`, {}]));
  const context = contextOf(
    components,
    net.map(([from, to]) => `t/t/${from} > t/t/${to}`),
  );
  return evaluate(parse(text), context).ids.map((id) => id.slice(4));
}

/** Everything within a number of steps, by trying every edge as often. */
function within(starts: readonly string[], net: Edges, steps: number): string[] {
  let reached = new Set(starts);
  for (let step = 0; step < Math.min(steps, names.length); step++)
    reached = new Set([...reached, ...net.flatMap(([from, to]) => (reached.has(from) ? [to] : []))]);
  return [...reached].sort();
}

const reversed = (net: Edges): Edges => net.map(([from, to]) => [to, from] as const);
const sets = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
const depths = fc.option(fc.nat(4), { nil: Number.POSITIVE_INFINITY });

describe('traversals agree with a naive walk', () => {
  it('+set+', () => {
    fc.assert(
      fc.property(edges, sets, depths, depths, (net, set, up, down) => {
        const write = (depth: number) => (depth === Number.POSITIVE_INFINITY ? '' : String(depth));
        const found = answer(`${write(up)}+(${set.join(' or ')})+${write(down)}`, net);
        const expected = new Set([...within(set, net, up), ...within(set, reversed(net), down)]);
        expect(found).toEqual([...expected].sort());
      }),
    );
  });

  it('path(a, b)', () => {
    fc.assert(
      fc.property(edges, sets, sets, (net, from, to) => {
        const found = answer(`path((${from.join(' or ')}), (${to.join(' or ')}))`, net);
        const length = (way: Edges) =>
          names.findIndex((_, steps) => within(from, way, steps).some((name) => to.includes(name)));
        const [up, down] = [length(net), length(reversed(net))];
        const steps = up === -1 ? down : up;
        expect(found).toHaveLength(steps + 1);
        if (steps === -1) return;
        expect(found.some((name) => from.includes(name))).toBe(true);
        expect(found.some((name) => to.includes(name))).toBe(true);
      }),
    );
  });

  it('uses(a)', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...names), (net, name) => {
        const consumers = net.flatMap(([from, to]) => (to === name ? [from] : []));
        expect(answer(`uses(${name})`, net)).toEqual([...new Set([name, ...consumers])].sort());
      }),
    );
  });
});
