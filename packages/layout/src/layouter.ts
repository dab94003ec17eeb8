import { canonical } from './canonical';
import { layered } from './layered/layered';
import { layout } from './layout';
import { refining } from './refining';
import type { Box, Engine, LayoutInput, Positions, Run } from './types';

export interface LayoutOptions extends Run {
  /**
   * Called with first positions when better ones take long; these are begun when what it gives has settled, so that
   * showing the first and refining them do not compete.
   */
  readonly onFirst?: ((positions: Positions) => void | Promise<void>) | undefined;
}

export interface Layouter {
  /** As `layout`; the same content is placed once. An aborted run rejects with the signal's reason, never late. */
  layout(input: LayoutInput, options?: LayoutOptions): Promise<Positions>;
}

/** Up to here nobody waits for long: first positions would only flash by. */
const AT_ONCE_UP_TO = 60;
/** Up to here ELK answers in about a second. It knows no groups. */
const ELK_UP_TO = 300;
/** Up to here refining ours pays: beyond, a few seconds of it hardly show. */
const REFINED_UP_TO = 3000;
/** Answers that are remembered. */
const CAPACITY = 16;

const quick: Engine = async (boxes, arrows) => layered(boxes, arrows);

/**
 * Chooses the engine: ELK for small graphs, our own, refined, for larger ones, and unrefined for the largest and for
 * first positions. Remembers the answers to the last inputs, by content.
 */
export function createLayouter(elk: Engine): Layouter {
  const answers = new Map<string, Positions>();

  async function place(input: LayoutInput, { onFirst, ...run }: LayoutOptions): Promise<Positions> {
    const fine = fineEngine(input.boxes, elk);
    const isFresh = !input.boxes.some(({ id }) => input.previous?.has(id));
    if (!fine || !isFresh) return layout(input, fine ?? quick, run);
    if (onFirst && input.boxes.length > AT_ONCE_UP_TO) {
      await onFirst(await layout(input, quick, run));
      run.signal?.throwIfAborted();
    }
    return layout(input, fine, run);
  }

  return {
    async layout(asked, options = {}) {
      options.signal?.throwIfAborted();
      const input = { ...asked, ...canonical(asked.boxes, asked.arrows) };
      const key = contentOf(input);
      const positions = answers.get(key) ?? (await place(input, options));
      options.signal?.throwIfAborted();
      answers.delete(key);
      answers.set(key, positions);
      for (const oldest of [...answers.keys()].slice(0, -CAPACITY)) answers.delete(oldest);
      return positions;
    },
  };
}

function fineEngine(boxes: readonly Box[], elk: Engine): Engine | undefined {
  if (boxes.length > REFINED_UP_TO) return undefined;
  const isForElk = boxes.length <= ELK_UP_TO && boxes.every(({ group = [] }) => group.length === 0);
  return isForElk ? elk : refining;
}

/** Of canonical input. */
function contentOf({ boxes, arrows, previous, pinned }: LayoutInput): string {
  return JSON.stringify([
    boxes.map(({ id, width, height, group, standsFor }) => [id, width, height, group, standsFor]),
    arrows.map(({ from, to }) => [from, to]),
    [...(previous ?? [])],
    [...(pinned ?? [])],
  ]);
}
