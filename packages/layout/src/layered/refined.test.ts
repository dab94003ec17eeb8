import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Positions } from '../types';
import { crossingsAmong } from './crossings';
import { layered, refined } from './layered';

interface Graph {
  readonly boxes: readonly Box[];
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
}

const graphs: fc.Arbitrary<Graph> = fc
  .array(
    fc.record({
      height: fc.constantFrom(64, 64, 40),
      group: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .chain((all) =>
    fc.record({
      boxes: fc.constant(all.map((each, index) => ({ id: `n${index}`, width: 220, ...each }))),
      arrows: fc.array(
        fc
          .record({ from: fc.nat(all.length - 1), to: fc.nat(all.length - 1) })
          .filter((a) => a.from !== a.to),
        { maxLength: 120 },
      ),
    }),
  );

const named = ({ arrows }: Graph) => arrows.map(({ from, to }) => ({ from: `n${from}`, to: `n${to}` }));

function refine(graph: Graph): { positions: Positions; shares: number[] } {
  const run = refined(graph.boxes, named(graph));
  const shares: number[] = [];
  for (;;) {
    const step = run.next();
    if (step.done) return { positions: step.value, shares };
    shares.push(step.value);
  }
}

function crossings({ boxes, arrows }: Graph, positions: Positions): number {
  const middle = (side: 'x' | 'y') =>
    Float64Array.from(boxes, ({ id, width, height }) => {
      const place = positions.get(id);
      return (place?.[side] ?? Number.NaN) + (side === 'x' ? width : height) / 2;
    });
  const all = Int32Array.from(arrows.keys());
  const among = crossingsAmong(
    { from: Int32Array.from(arrows, ({ from }) => from), to: Int32Array.from(arrows, ({ to }) => to) },
    middle('x'),
    middle('y'),
  );
  return all.reduce((sum, arrow) => sum + among.count(arrow, all), 0) / 2;
}

interface Rect {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const touching = (rects: readonly Rect[]) =>
  rects.flatMap((a, index) =>
    rects
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => [a.id, b.id]),
  );

function around(rects: readonly Rect[]): Omit<Rect, 'id'> {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

describe('refined', () => {
  it('never has more crossings than the layout that it starts from', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const before = crossings(graph, layered(graph.boxes, named(graph)));
        expect(crossings(graph, refine(graph).positions)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('uncrosses what can be uncrossed', () => {
    const count = 40;
    const boxes = Array.from({ length: count }, (_, index) => ({ id: `n${index}`, width: 220, height: 64 }));
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    const arrows = Array.from({ length: 60 }, () => ({ from: random(20), to: 20 + random(20) }));
    const graph = { boxes, arrows };
    const before = crossings(graph, layered(boxes, named(graph)));
    expect(crossings(graph, refine(graph).positions)).toBeLessThan(before);
  });

  it('keeps boxes and groups apart, and every box in its column of its group', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const start = layered(graph.boxes, named(graph));
        const { positions } = refine(graph);
        const rects = graph.boxes.map((box) => ({ ...box, ...(positions.get(box.id) ?? { x: 0, y: 0 }) }));
        const shifts = new Map<string | undefined, Set<number>>();
        for (const { id, group, x, y } of rects) {
          const outermost = group?.[0];
          shifts.set(
            outermost,
            (shifts.get(outermost) ?? new Set()).add(x - (start.get(id)?.x ?? Number.NaN)),
          );
          expect([x, y].every(Number.isInteger)).toBe(true);
        }
        expect([...shifts.values()].every(({ size }) => size === 1)).toBe(true);
        expect(touching(rects)).toEqual([]);
        const groups = [...new Set(graph.boxes.flatMap(({ group = [] }) => group.slice(0, 1)))];
        const frames = groups.map((id) => ({
          id,
          ...around(rects.filter(({ group }) => group?.[0] === id)),
        }));
        expect(touching(frames)).toEqual([]);
      }),
    );
  });

  it('gives the same answer for the same input, and says how far it is', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { positions, shares } = refine(graph);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect([...refine(graph).positions]).toEqual([...positions]);
      }),
    );
  });
});
