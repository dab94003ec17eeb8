import ELK from 'elkjs';
import { describe, expect, it } from 'vitest';
import { layeredByElk } from './elk';
import { layered, refined } from './layered/layered';
import { layout } from './layout';
import { createLayouter } from './layouter';
import type { Box, Engine, LayoutInput, Positions } from './types';

const elk = new ELK();
const engine: Engine = (boxes, arrows) => layeredByElk(elk, boxes, arrows);
const never: Engine = () => Promise.reject(new Error('must not be asked'));

/** Two rows of boxes whose arrows go criss-cross. */
function tangle(count: number, group?: readonly string[]): LayoutInput {
  const boxes = Array.from(
    { length: count },
    (_, index): Box => ({ id: `n${index}`, width: 220, height: 64, group }),
  );
  const arrows = boxes.flatMap(({ id: from }, index) =>
    index % 2 ? [] : [3, 7, 15].map((step) => ({ from, to: `n${(index * step + 1) % count}` })),
  );
  return { boxes, arrows };
}

const last = (run: Generator<number, Positions>) => {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
};

describe('createLayouter', () => {
  it('hands out first positions while a better answer is computed', async () => {
    const firsts: Positions[] = [];
    const input = tangle(100);
    const answer = await createLayouter(engine).layout(input, {
      onFirst: (first) => void firsts.push(first),
    });
    expect(firsts).toEqual([await layout(input, async (boxes, arrows) => layered(boxes, arrows))]);
    expect(answer).toEqual(await layout(input, engine));
  });

  it('does not bother with first positions when the answer comes at once', async () => {
    const onFirst = () => expect.unreachable();
    expect((await createLayouter(engine).layout(tangle(20), { onFirst })).size).toBe(20);
  });

  it('refines our own layout where ELK is too slow or knows no groups, and says how far it is', async () => {
    const shares: number[] = [];
    const input = tangle(900, ['prod']);
    const answer = await createLayouter(never).layout(input, { onProgress: (share) => shares.push(share) });
    expect(answer).toEqual(await layout(input, async (boxes, arrows) => last(refined(boxes, arrows))));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('leaves the largest graphs as they first were', async () => {
    const input = tangle(3001);
    const answer = await createLayouter(never).layout(input, { onFirst: () => expect.unreachable() });
    expect(answer).toEqual(await layout(input, async (boxes, arrows) => layered(boxes, arrows)));
  });

  it('does not refine what stood before', async () => {
    const input = tangle(400);
    const previous = await layout(input, async (boxes, arrows) => layered(boxes, arrows));
    const onFirst = () => expect.unreachable();
    expect(await createLayouter(never).layout({ ...input, previous }, { onFirst })).toEqual(previous);
  });

  it('asks the engine once for the same content', async () => {
    let runs = 0;
    const layouter = createLayouter((...input) => {
      runs += 1;
      return engine(...input);
    });
    const { boxes, arrows } = tangle(10);
    const first = await layouter.layout({ boxes, arrows });
    expect(await layouter.layout({ boxes: boxes.toReversed(), arrows })).toBe(first);
    expect(runs).toBe(1);
    await layouter.layout({ boxes, arrows, pinned: new Map([['n1', { x: 5, y: 5 }]]) });
    expect(runs).toBe(2);
  });

  it('rejects an aborted run, and remembers nothing of it', async () => {
    let runs = 0;
    const layouter = createLayouter((...input) => {
      runs += 1;
      return engine(...input);
    });
    const abort = new AbortController();
    const run = layouter.layout(tangle(4), { signal: abort.signal });
    abort.abort(new Error('superseded'));
    await expect(run).rejects.toThrow('superseded');
    await layouter.layout(tangle(4));
    expect(runs).toBe(2);
  });

  it('stops refining when aborted', async () => {
    const abort = new AbortController();
    const shares: number[] = [];
    const run = createLayouter(never).layout(tangle(900, ['prod']), {
      signal: abort.signal,
      onProgress(share) {
        shares.push(share);
        abort.abort(new Error('superseded'));
      },
    });
    await expect(run).rejects.toThrow('superseded');
    expect(shares.length).toBe(1);
  });
});
