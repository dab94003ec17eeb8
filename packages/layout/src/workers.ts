import { elkWorkerEngine } from './elk-worker-engine';
import type { Engines } from './engines';
import { layeredWorkerEngine } from './layered/worker-engine';

/** Our own layered engine and ELK, each in a Web Worker, each loaded when first asked. For browsers only. */
export function workerEngines(): Engines {
  return { quick: layeredWorkerEngine(), fine: elkWorkerEngine() };
}
