import { freeY, type Rect } from './place-near';
import type { Box, Positions } from './types';

/** Puts pinned boxes where they are pinned; others that would be covered move up or down to the nearest free height. */
export function makeRoom(boxes: readonly Box[], places: Positions, pinned: Positions): Map<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const box of boxes) {
    const place = pinned.get(box.id) ?? places.get(box.id);
    if (place) rects.set(box.id, { ...box, ...place });
  }
  const fixed = [...rects.values()].filter(({ id }) => pinned.has(id));
  for (const rect of [...rects.values()]) {
    if (pinned.has(rect.id) || !fixed.some((other) => isOver(rect, other))) continue;
    rects.delete(rect.id);
    rects.set(rect.id, { ...rect, y: freeY(rect, rect.x, rect.y, rects) });
  }
  return rects;
}

const isOver = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
