import type { Arrow, Box, Engine, Positions } from '../types';

export interface Question {
  readonly id: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Answer {
  readonly id: number;
  readonly positions: Positions;
}

interface Waiting {
  readonly resolve: (positions: Positions) => void;
  readonly reject: (reason: unknown) => void;
}

/** `layered` in a Web Worker, started when first asked. The answer to an aborted run is dropped. */
export function layeredWorkerEngine(): Engine {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  return (boxes, arrows, signal) => {
    signal?.throwIfAborted();
    worker ??= start(waiting);
    const id = ++last;
    worker.postMessage({ id, boxes, arrows } satisfies Question);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => waiting.delete(id) && reject(signal.reason), { once: true });
    });
  };
}

function start(waiting: Map<number, Waiting>): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data: { id, positions } }: MessageEvent<Answer>) => {
    waiting.get(id)?.resolve(positions);
    waiting.delete(id);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The layout worker failed: ${event.message}`));
    waiting.clear();
  });
  return worker;
}
