import ELK from 'elkjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layeredByElk } from './elk';
import type { Engines } from './engines';
import { layered } from './layered/layered';
import { layout } from './layout';
import { type Answers, createLayouter } from './layouter';
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

  it('never moves what was there before, and puts what is new into free space', async () => {
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

const both = (one: Engine): Engines => ({ quick: one, fine: one });

describe('createLayouter', () => {
  it('hands out quick positions while the fine engine is at work, and the fine ones as the answer', async () => {
    const firsts: Positions[] = [];
    const layouter = createLayouter({ quick: async (all, arrows) => layered(all, arrows), fine: engine });
    const input = { boxes: boxes('a', 'b', 'c'), arrows: [{ from: 'a', to: 'b' }] };
    const answer = await layouter.layout(input, { onFirst: (positions) => firsts.push(positions) });
    expect(firsts).toEqual([layered(input.boxes, input.arrows)]);
    expect(answer).toEqual(await layout(input, engine));
  });

  it('asks the quick engine alone for a large or grouped graph', async () => {
    const fine: Engine = () => Promise.reject(new Error('must not be asked'));
    const layouter = createLayouter({ quick: async (all, arrows) => layered(all, arrows), fine });
    const many = Array.from({ length: 301 }, (_, index) => box(`n${index}`));
    expect((await layouter.layout({ boxes: many, arrows: [] })).size).toBe(301);
    const grouped = [{ ...box('a'), group: ['prod'] }];
    expect((await layouter.layout({ boxes: grouped, arrows: [] })).size).toBe(1);
  });

  it('asks the engine once for the same content', async () => {
    let runs = 0;
    const layouter = createLayouter(
      both((...input) => {
        runs += 1;
        return engine(...input);
      }),
    );
    const input = { boxes: boxes('a', 'b'), arrows: [{ from: 'a', to: 'b' }] };
    const first = await layouter.layout(input);
    expect(await layouter.layout({ ...input, boxes: boxes('b', 'a') })).toBe(first);
    expect(runs).toBe(1);
  });

  it('finds in its memory what an earlier one placed', async () => {
    let kept: Answers = new Map();
    const memory = {
      read: () => kept,
      write: (answers: Answers) => {
        kept = new Map(answers);
      },
    };
    const input = { boxes: boxes('a', 'b'), arrows: [{ from: 'a', to: 'b' }] };
    const first = await createLayouter(both(engine), memory).layout(input);
    const idle: Engine = () => Promise.reject(new Error('must not be asked'));
    expect(await createLayouter(both(idle), memory).layout(input)).toEqual(first);
  });

  it('rejects an aborted run, and remembers nothing of it', async () => {
    let runs = 0;
    const layouter = createLayouter(
      both((...input) => {
        runs += 1;
        return engine(...input);
      }),
    );
    const input = { boxes: boxes('a'), arrows: [] };
    const abort = new AbortController();
    const run = layouter.layout(input, { signal: abort.signal });
    abort.abort(new Error('superseded'));
    await expect(run).rejects.toThrow('superseded');
    await layouter.layout(input);
    expect(runs).toBe(2);
  });
});
