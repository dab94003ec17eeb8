import { refined } from './layered/layered';
import type { Engine } from './types';

/** Milliseconds of work between two looks at what else there is to do. */
const BREATH = 40;

/** `refined`, step by step: between steps, messages come through, so that it can be stopped. */
export const refining: Engine = async (boxes, arrows, { signal, onProgress } = {}) => {
  const steps = refined(boxes, arrows);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < BREATH) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
};
