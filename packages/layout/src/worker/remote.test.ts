import { afterEach, describe, expect, it } from 'vitest';
import { layout } from '../layout';
import { createLayouter, type Layouter } from '../layouter';
import type { Box, Engine, LayoutInput } from '../types';
import { remoteLayouter, serve } from './remote';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A layouter at the other end of a real channel. */
function connect(layouter: Layouter) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serve(layouter, port1);
  const remote = remoteLayouter(port2);
  port1.start();
  port2.start();
  return remote;
}

const inARow: Engine = async (boxes) => new Map(boxes.map(({ id }, index) => [id, { x: 300 * index, y: 0 }]));
const graph = (count: number): LayoutInput => {
  const boxes = Array.from(
    { length: count },
    (_, index): Box => ({ id: `n${index}`, width: 220, height: 64 }),
  );
  return {
    boxes,
    arrows: boxes.slice(1).map(({ id }, index) => ({ from: id, to: `n${(index * 7) % count}` })),
  };
};

describe('a remote layouter', () => {
  it('answers as the one at the other end does', async () => {
    const input = { ...graph(3), pinned: new Map([['n2', { x: 7, y: 400 }]]) };
    expect(await connect(createLayouter(inARow)).layout(input)).toEqual(
      await createLayouter(inARow).layout(input),
    );
  });

  it('passes on first positions and progress', async () => {
    const heard: unknown[] = [];
    const first = new Map([['n0', { x: 1, y: 2 }]]);
    const layouter: Layouter = {
      async layout(input, { onFirst, onProgress } = {}) {
        onFirst?.(first);
        onProgress?.(0.5);
        return createLayouter(inARow).layout(input);
      },
    };
    const positions = await connect(layouter).layout(graph(3), {
      onFirst: (places) => void heard.push(places),
      onProgress: (share) => heard.push(share),
    });
    expect(heard).toEqual([first, 0.5]);
    expect(positions.size).toBe(3);
  });

  it('lets the long work begin when the first positions are dealt with', async () => {
    const heard: unknown[] = [];
    const layouter = createLayouter((boxes, ...rest) => {
      heard.push(boxes.length);
      return inARow(boxes, ...rest);
    });
    const remote = connect(layouter);
    const positions = await remote.layout(graph(80), {
      async onFirst() {
        heard.push('first');
        await remote.layout(graph(1));
        heard.push('shown');
      },
    });
    expect(heard).toEqual(['first', 1, 'shown', 80]);
    expect(positions).toEqual(await layout(graph(80), inARow));
  });

  it('never begins the long work of a run that ends with its first positions', async () => {
    const asked: number[] = [];
    const layouter = createLayouter((boxes, ...rest) => {
      asked.push(boxes.length);
      return inARow(boxes, ...rest);
    });
    const remote = connect(layouter);
    const abort = new AbortController();
    const run = remote.layout(graph(80), {
      signal: abort.signal,
      onFirst: () => abort.abort(new Error('superseded')),
    });
    await expect(run).rejects.toThrow('superseded');
    await remote.layout(graph(1));
    await remote.layout(graph(2));
    expect(asked).toEqual([1, 2]);
  });

  it('stops the work at the other end when aborted, and answers what is asked next', async () => {
    let stopped: unknown;
    const layouter: Layouter = {
      layout: (input, { signal } = {}) =>
        input.boxes.length === 1
          ? createLayouter(inARow).layout(input)
          : new Promise((_, reject) => {
              signal?.addEventListener('abort', () => {
                stopped = input.boxes.length;
                reject(signal.reason);
              });
            }),
    };
    const remote = connect(layouter);
    const abort = new AbortController();
    const run = remote.layout(graph(2), { signal: abort.signal });
    abort.abort(new Error('superseded'));
    await expect(run).rejects.toThrow('superseded');
    expect((await remote.layout(graph(1))).size).toBe(1);
    expect(stopped).toBe(2);
  });

  it('says why the other end failed', async () => {
    const remote = connect(createLayouter(() => Promise.reject(new Error('out of memory'))));
    await expect(remote.layout(graph(2))).rejects.toThrow('out of memory');
  });

  it('rejects all that wait when nothing will come any more', async () => {
    const remote = connect({ layout: () => new Promise(() => undefined) });
    const run = remote.layout(graph(2));
    remote.fail(new Error('the worker died'));
    await expect(run).rejects.toThrow('the worker died');
  });
});
