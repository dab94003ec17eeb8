import { canonical } from './canonical';
import { layout } from './layout';
import type { Engine, LayoutInput, Positions } from './types';

export interface Layouter {
  /** As `layout`; the same content is placed once. An aborted run rejects with the signal's reason, never late. */
  layout(input: LayoutInput, signal?: AbortSignal): Promise<Positions>;
}

/** Answers by the content of their input, oldest first. */
export type Answers = ReadonlyMap<string, Positions>;

/** Where answers outlive the layouter. */
export interface Memory {
  read(): Answers;
  write(answers: Answers): void;
}

const CAPACITY = 16;

/** Remembers the answers to the last inputs, by content; beyond its own life where a memory is given. */
export function createLayouter(engine: Engine, memory?: Memory): Layouter {
  const answers = new Map(memory?.read());
  return {
    async layout(input, signal) {
      const key = contentOf(input);
      const known = answers.get(key);
      const positions = known ?? (await layout(input, engine, signal));
      signal?.throwIfAborted();
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
    sorted.map(({ id, width, height }) => [id, width, height, previous?.get(id)]),
    sortedArrows.map(({ from, to }) => [from, to]),
  ]);
}
