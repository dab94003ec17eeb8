import type { ELK } from 'elkjs/lib/elk-api.js';
import { layeredByElk } from '../elk';
import type { Engine } from '../types';

/**
 * ELK in a Web Worker, loaded when first asked. An aborted run ends the worker, ELK knowing no other way to stop;
 * the next run starts another one.
 */
export function elkWorkerEngine(): Engine {
  let elk: Promise<ELK> | undefined;
  let running = 0;
  return async (boxes, arrows, { signal } = {}) => {
    signal?.throwIfAborted();
    elk ??= loadElk();
    const own = elk;
    running += 1;
    try {
      return await abortable(layeredByElk(await own, boxes, arrows), signal);
    } finally {
      running -= 1;
      if (signal?.aborted && running === 0 && elk === own) {
        elk = undefined;
        void own.then((ended) => ended.terminateWorker());
      }
    }
  };
}

async function loadElk(): Promise<ELK> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  return new Elk({
    workerFactory: () =>
      new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url), { type: 'module' }),
  });
}

function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
