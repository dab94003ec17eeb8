import type { Position } from '@karma/layout';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LaidOut } from './use-laid-out';

/** Milliseconds that everything takes to its new place; the style sheet of the view says the same of cards. */
export const MOTION = 240;

interface Motion {
  readonly from: LaidOut['places'];
  readonly to: LaidOut;
  /** Of the way, from 0 to 1. */
  readonly share: number;
}

/**
 * Moves everything to its new place when a view is laid out anew. Cards that React draws glide by their style while
 * `isMoving`; what is painted goes through the `places` in between, one set for each frame.
 */
export function useMotion(
  laidOut: LaidOut,
  isPainted: boolean,
): { isMoving: boolean; places: LaidOut['places'] } {
  const isStill = useReducedMotion();
  const before = useRef(laidOut);
  const [motion, setMotion] = useState<Motion | null>(null);

  useLayoutEffect(() => {
    const last = before.current;
    before.current = laidOut;
    if (isStill || !isAnew(last, laidOut)) return setMotion(null);
    setMotion({ from: last.places, to: laidOut, share: 0 });
  }, [laidOut, isStill]);

  const isMoving = motion?.to === laidOut;
  useEffect(() => {
    if (!isMoving) return;
    const start = performance.now();
    let frame = requestAnimationFrame(next);
    function next(now: number) {
      const share = Math.min(1, Math.max(0, (now - start) / MOTION));
      if (share === 1) return setMotion(null);
      if (isPainted) setMotion((current) => current && { ...current, share });
      frame = requestAnimationFrame(next);
    }
    return () => cancelAnimationFrame(frame);
  }, [isMoving, isPainted]);

  const places = isMoving && isPainted ? between(motion.from, laidOut.places, motion.share) : laidOut.places;
  return { isMoving, places };
}

/** Whether the same things stand elsewhere, all at once. */
function isAnew(last: LaidOut, now: LaidOut): boolean {
  if (last.view !== now.view) return false;
  return (
    last.turns !== now.turns ||
    (last.isFirst && !now.isFirst) ||
    last.visible.grouping.join() !== now.visible.grouping.join()
  );
}

/** `share` of the way from one place to the other, slow at both ends. What was not there before stands at once. */
export function between(from: LaidOut['places'], to: LaidOut['places'], share: number): LaidOut['places'] {
  const eased = share * share * (3 - 2 * share);
  return new Map(
    [...to].map(([id, { x, y }]): [typeof id, Position] => {
      const start = from.get(id);
      if (!start) return [id, { x, y }];
      return [id, { x: start.x + (x - start.x) * eased, y: start.y + (y - start.y) * eased }];
    }),
  );
}
