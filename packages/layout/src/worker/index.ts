import type { Layouter } from '../layouter';
import { remoteLayouter } from './remote';

/**
 * A layouter in a Web Worker, so that the page stays free; started at once, so that it is ready when first asked. For
 * browsers only.
 */
export function workerLayouter(): Layouter {
  let remote: Layouter | undefined = start();
  return {
    layout(input, options) {
      remote ??= start();
      return remote.layout(input, options);
    },
  };

  function start(): Layouter {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const layouter = remoteLayouter(worker);
    worker.addEventListener('error', ({ message }) => {
      remote = undefined;
      worker.terminate();
      layouter.fail(new Error(`The layout worker failed: ${message}`));
    });
    return layouter;
  }
}
