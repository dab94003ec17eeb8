import { canonical } from './canonical';
import { type Engines, isFine } from './engines';
import { layout } from './layout';
import type { LayoutInput, Positions } from './types';

export interface LayoutOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the quick engine's positions while the fine one is still at work; not when they are the answer. */
  readonly onFirst?: (positions: Positions) => void;
}

export interface Layouter {
  /** As `layout`; the same content is placed once. An aborted run rejects with the signal's reason, never late. */
  layout(input: LayoutInput, options?: LayoutOptions): Promise<Positions>;
}

/** Answers by the content of their input, oldest first. */
export type Answers = ReadonlyMap<string, Positions>;

/** Where answers outlive the layouter. */
export interface Memory {
  read(): Answers;
  write(answers: Answers): void;
}

const CAPACITY = 16;

/**
 * Chooses the engine: the fine one for small graphs, the quick one for all others and for first positions. Remembers
 * the answers to the last inputs, by content; beyond its own life where a memory is given.
 */
export function createLayouter({ quick, fine }: Engines, memory?: Memory): Layouter {
  const answers = new Map(memory?.read());

  async function place(input: LayoutInput, { signal, onFirst }: LayoutOptions): Promise<Positions> {
    if (!isFine(input.boxes)) return layout(input, quick, signal);
    const answer = layout(input, fine, signal);
    if (onFirst && !input.previous) {
      // The fine answer may come first, or its failure: either is then the outcome.
      let isOpen = true;
      const close = () => {
        isOpen = false;
      };
      void answer.then(close, close);
      await layout(input, quick, signal).then((positions) => isOpen && onFirst(positions));
    }
    return answer;
  }

  return {
    async layout(input, options = {}) {
      const key = contentOf(input);
      const known = answers.get(key);
      const positions = known ?? (await place(input, options));
      options.signal?.throwIfAborted();
      answers.delete(key);
      answers.set(key, positions);
      for (const oldest of [...answers.keys()].slice(0, -CAPACITY)) answers.delete(oldest);
      if (!known) memory?.write(answers);
      return positions;
    },
  };
}

function contentOf({ boxes, arrows, previous }: LayoutInput): string {
  const { boxes: sorted, arrows: sortedArrows } = canonical(boxes, arrows);
  return JSON.stringify([
    sorted.map(({ id, width, height, group }) => [id, width, height, group, previous?.get(id)]),
    sortedArrows.map(({ from, to }) => [from, to]),
  ]);
}
