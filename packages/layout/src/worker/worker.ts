import { createLayouter } from '../layouter';
import { elkWorkerEngine } from './elk-engine';
import { type Reply, type Request, serve } from './remote';
import { warmUp } from './warm-up';

// Runs a layouter in a Web Worker.
serve(createLayouter(elkWorkerEngine()), {
  postMessage: (reply: Reply) => postMessage(reply),
  addEventListener: (type, listener: (event: MessageEvent<Request>) => void) =>
    addEventListener(type, listener),
});

warmUp();
