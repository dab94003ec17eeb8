import type { LayoutInput, Positions } from '@karma/layout';
import { workerLayouter } from '@karma/layout/worker';
import { useEffect, useState } from 'react';
import { pinnedPlaces } from './arrangement';
import { stepsOf, take, useArrangements } from './store';

const layouter = workerLayouter();

/** Frames from new places to their picture: React's, the drawing's, and the one that puts it on screen. */
const FRAMES_TO_SHOW = 3;

async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
}

/** Boxes and arrows to be placed. */
export type Drawing = Pick<LayoutInput, 'boxes' | 'arrows'>;

/** A drawing that has a place for every box. */
export interface Placed<D extends Drawing> {
  readonly drawing: D;
  readonly space: string;
  readonly places: Positions;
  /** What people put where it is. */
  readonly pins: ReadonlySet<string>;
  /** Whether better places are on their way. */
  readonly isFirst: boolean;
  /** Grows whenever everything may have moved at once. */
  readonly turns: number;
}

/**
 * Places a drawing in its space, away from the main thread: what stood in that space before stays where it was, only
 * what is new is placed. While that is being computed, the last drawing stays.
 */
export function usePlaces<D extends Drawing>(
  drawing: D | undefined,
  space: string,
): { placed: Placed<D> | null; share: number | null; error: Error | null } {
  const [placed, setPlaced] = useState<Placed<D> | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { now, turns } = useArrangements((state) => stepsOf(state, space));
  const isTidying = useArrangements(({ tidying }) => tidying === space);

  useEffect(() => useArrangements.setState({ space }), [space]);

  useEffect(() => {
    if (!drawing) return;
    const { places, pins } = now;
    if (!isTidying && drawing.boxes.every(({ id }) => places.has(id))) {
      setPlaced({ drawing, space, places, pins, isFirst: false, turns });
      setShare(null);
      setError(null);
      return;
    }
    const abort = new AbortController();
    setShare(0);
    layouter
      .layout(
        {
          boxes: drawing.boxes,
          arrows: drawing.arrows,
          pinned: pinnedPlaces(places, pins),
          previous: isTidying ? undefined : places,
        },
        {
          signal: abort.signal,
          onProgress: setShare,
          onFirst: isTidying
            ? undefined
            : (first) => {
                setPlaced({ drawing, space, places: first, pins, isFirst: true, turns });
                return frames(FRAMES_TO_SHOW);
              },
        },
      )
      .then((answer) => take(space, answer, isTidying))
      .catch((reason: unknown) => {
        if (abort.signal.aborted) return;
        setShare(null);
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      });
    return () => abort.abort();
  }, [drawing, space, now, turns, isTidying]);

  return { placed, share, error };
}
