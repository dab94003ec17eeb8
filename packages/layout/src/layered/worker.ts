import { layered } from './layered';
import type { Question } from './worker-engine';

/** Runs `layered` in a Web Worker: a question in, its answer out. */
addEventListener('message', ({ data: { id, boxes, arrows } }: MessageEvent<Question>) => {
  postMessage({ id, positions: layered(boxes, arrows) });
});
