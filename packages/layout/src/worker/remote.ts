import type { Layouter, LayoutOptions } from '../layouter';
import type { LayoutInput, Positions } from '../types';

/** One end of a line: a worker, a worker's own scope, or a port. */
export interface Line<In, Out> {
  postMessage(message: Out): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<In>) => void): void;
}

export type Request =
  | {
      readonly kind: 'layout';
      readonly id: number;
      readonly input: LayoutInput;
      readonly wantsFirst: boolean;
    }
  | { readonly kind: 'go-on' | 'abort'; readonly id: number };

export type Reply =
  | { readonly kind: 'first'; readonly id: number; readonly positions: Positions }
  | { readonly kind: 'done'; readonly id: number; readonly positions: Positions }
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Lets whoever is at the other end of the line use the layouter. */
export function serve(layouter: Layouter, line: Line<Request, Reply>): void {
  const running = new Map<number, AbortController>();
  const held = new Map<number, () => void>();

  async function answer({ id, input, wantsFirst }: Extract<Request, { kind: 'layout' }>): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const positions = await layouter.layout(input, {
        signal: abort.signal,
        onFirst: wantsFirst
          ? (first) => {
              line.postMessage({ kind: 'first', id, positions: first });
              return new Promise((goOn) => held.set(id, goOn));
            }
          : undefined,
        onProgress: (share) => line.postMessage({ kind: 'progress', id, share }),
      });
      line.postMessage({ kind: 'done', id, positions });
    } catch (error) {
      if (!abort.signal.aborted) line.postMessage({ kind: 'failed', id, message: messageOf(error) });
    } finally {
      running.delete(id);
      held.delete(id);
    }
  }

  line.addEventListener('message', ({ data }) => {
    if (data.kind === 'layout') return void answer(data);
    if (data.kind === 'abort') running.get(data.id)?.abort();
    held.get(data.id)?.();
  });
}

interface Waiting extends LayoutOptions {
  readonly resolve: (positions: Positions) => void;
  readonly reject: (reason: unknown) => void;
}

/** The layouter at the other end of the line. `fail` rejects all that wait: nothing will come any more. */
export function remoteLayouter(line: Line<Reply, Request>): Layouter & { fail(reason: Error): void } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  line.addEventListener('message', ({ data }) => {
    const run = waiting.get(data.id);
    if (!run) return;
    if (data.kind === 'first') return void showFirst(data.id, data.positions, run);
    if (data.kind === 'progress') return run.onProgress?.(data.share);
    waiting.delete(data.id);
    if (data.kind === 'done') run.resolve(data.positions);
    else run.reject(new Error(data.message));
  });

  async function showFirst(id: number, positions: Positions, { onFirst }: Waiting): Promise<void> {
    await onFirst?.(positions);
    if (waiting.has(id)) line.postMessage({ kind: 'go-on', id });
  }

  return {
    layout(input, options = {}) {
      const { signal, onFirst } = options;
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const id = ++last;
        waiting.set(id, { ...options, resolve, reject });
        line.postMessage({ kind: 'layout', id, input, wantsFirst: onFirst !== undefined });
        const abort = () => {
          if (!waiting.delete(id)) return;
          line.postMessage({ kind: 'abort', id });
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    fail(reason) {
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
