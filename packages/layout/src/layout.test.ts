import ELK from 'elkjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layeredByElk } from './elk';
import { layout } from './layout';
import type { Arrow, Box, Engine, Positions } from './types';

const elk = new ELK();
const engine: Engine = (boxes, arrows) => layeredByElk(elk, boxes, arrows);

const box = (id: string): Box => ({ id, width: 220, height: 64 });
const boxes = (...ids: string[]) => ids.map(box);
const at = (positions: Positions, id: string) => {
  const position = positions.get(id);
  if (!position) throw new Error(`${id} was not placed`);
  return position;
};

const names = fc.uniqueArray(
  fc.integer({ min: 0, max: 40 }).map((n) => `n${n}`),
  { maxLength: 14 },
);
const arrowsAmong = (ids: readonly string[]): fc.Arbitrary<Arrow[]> =>
  ids.length === 0
    ? fc.constant([])
    : fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), { maxLength: 24 });
const graphs = names.chain((ids) => arrowsAmong(ids).map((arrows) => ({ boxes: boxes(...ids), arrows })));

function overlapping(all: readonly Box[], positions: Positions): [string, string][] {
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b): [string, string][] => {
      const [p, q] = [at(positions, a.id), at(positions, b.id)];
      expect([p.x, p.y].every(Number.isInteger)).toBe(true);
      const apart =
        p.x + a.width <= q.x || q.x + b.width <= p.x || p.y + a.height <= q.y || q.y + b.height <= p.y;
      return apart ? [] : [[a.id, b.id]];
    }),
  );
}

describe('layout', () => {
  it('reads left to right, from consumer to provider', async () => {
    const positions = await layout(
      {
        boxes: boxes('app', 'vpc', 'db'),
        arrows: [
          { from: 'app', to: 'db' },
          { from: 'db', to: 'vpc' },
        ],
      },
      engine,
    );
    expect(at(positions, 'app').x + 220).toBeLessThan(at(positions, 'db').x);
    expect(at(positions, 'db').x + 220).toBeLessThan(at(positions, 'vpc').x);
  });

  it('places every box, none over another, and ignores the order of the input', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.nat(), async (graph, seed) => {
        const positions = await layout(graph, engine);
        expect([...positions.keys()].sort()).toEqual(graph.boxes.map((b) => b.id).sort());
        expect(overlapping(graph.boxes, positions)).toEqual([]);
        const turned = <T>(list: readonly T[]) => {
          const cut = list.length ? seed % list.length : 0;
          return [...list.slice(cut), ...list.slice(0, cut)].reverse();
        };
        const again = await layout({ boxes: turned(graph.boxes), arrows: turned(graph.arrows) }, engine);
        expect(Object.fromEntries(again)).toEqual(Object.fromEntries(positions));
      }),
      { numRuns: 40 },
    );
  });

  it('never moves what was there before, and puts what is new where nothing stands or stood', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, graphs, async (before, after) => {
        const previous = await layout(before, engine);
        const positions = await layout({ ...after, previous }, engine);
        for (const { id } of after.boxes) {
          const old = previous.get(id);
          if (old) expect(at(positions, id)).toEqual(old);
        }
        expect(positions.size).toBe(after.boxes.length);
        expect(overlapping(after.boxes, positions)).toEqual([]);
        const all = boxes(...new Set([...before.boxes, ...after.boxes].map(({ id }) => id)));
        const isHeld = after.boxes.some(({ id }) => previous.has(id));
        if (isHeld) expect(overlapping(all, new Map([...previous, ...positions]))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves pinned boxes where they are pinned, and lets the others make room', async () => {
    const spot = fc.record({ x: fc.integer({ min: -50, max: 900 }), y: fc.integer({ min: -50, max: 500 }) });
    await fc.assert(
      fc.asyncProperty(graphs, spot, fc.nat(), async (graph, position, pick) => {
        const chosen = graph.boxes[pick % Math.max(1, graph.boxes.length)];
        if (!chosen) return;
        const pinned = new Map([[chosen.id, position]]);
        const positions = await layout({ ...graph, pinned }, engine);
        expect(at(positions, chosen.id)).toEqual(position);
        expect(positions.size).toBe(graph.boxes.length);
        expect(overlapping(graph.boxes, positions)).toEqual([]);
        expect(await layout({ ...graph, previous: positions, pinned }, engine)).toEqual(positions);
      }),
      { numRuns: 40 },
    );
  });

  it('puts a new consumer left of its providers and a new provider right of its consumers', async () => {
    const arrows = [{ from: 'app', to: 'db' }];
    const previous = await layout({ boxes: boxes('app', 'db'), arrows }, engine);
    const positions = await layout(
      {
        boxes: boxes('app', 'db', 'worker', 'vpc'),
        arrows: [...arrows, { from: 'worker', to: 'db' }, { from: 'db', to: 'vpc' }],
        previous,
      },
      engine,
    );
    expect(at(positions, 'worker').x + 220).toBeLessThan(at(positions, 'db').x);
    expect(at(positions, 'vpc').x).toBeGreaterThan(at(positions, 'db').x + 220);
  });
});
