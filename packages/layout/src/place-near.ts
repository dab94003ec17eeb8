import { type Arrow, type Box, GAP, type Position } from './types';

export type Rect = Box & Position;

interface Neighbours {
  readonly left: string[];
  readonly right: string[];
}

/**
 * Places new boxes near their placed neighbours: left of what they point at, right of what points at them, in the
 * free space nearest to the neighbours' height. `placed` takes the new boxes in; nothing in it moves.
 * @returns the boxes that are connected to nothing placed, in their order.
 */
export function placeNear(boxes: readonly Box[], arrows: readonly Arrow[], placed: Map<string, Rect>): Box[] {
  const neighbours = neighboursOf(boxes, arrows);
  const waiting = new Map(boxes.map((box) => [box.id, box]));
  for (;;) {
    const box = mostConnected(waiting, neighbours, placed);
    if (!box) return [...waiting.values()];
    waiting.delete(box.id);
    placed.set(box.id, { ...box, ...spotFor(box, neighbours.get(box.id), placed) });
  }
}

function neighboursOf(boxes: readonly Box[], arrows: readonly Arrow[]): Map<string, Neighbours> {
  const all = new Map<string, Neighbours>(boxes.map((box) => [box.id, { left: [], right: [] }]));
  for (const { from, to } of arrows) {
    all.get(from)?.right.push(to);
    all.get(to)?.left.push(from);
  }
  return all;
}

function mostConnected(
  waiting: ReadonlyMap<string, Box>,
  neighbours: ReadonlyMap<string, Neighbours>,
  placed: ReadonlyMap<string, Rect>,
): Box | undefined {
  let best: Box | undefined;
  let bestCount = 0;
  for (const box of waiting.values()) {
    const around = neighbours.get(box.id);
    const count = around ? [...around.left, ...around.right].filter((id) => placed.has(id)).length : 0;
    if (count > bestCount) [best, bestCount] = [box, count];
  }
  return best;
}

function spotFor(box: Box, around: Neighbours | undefined, placed: ReadonlyMap<string, Rect>): Position {
  const rects = (ids: readonly string[] = []) =>
    ids.flatMap((id) => {
      const rect = placed.get(id);
      return rect ? [rect] : [];
    });
  const left = rects(around?.left);
  const right = rects(around?.right);
  const x = right.length
    ? Math.min(...right.map((rect) => rect.x)) - GAP.between - box.width
    : Math.max(...left.map((rect) => rect.x + rect.width)) + GAP.between;
  const all = [...left, ...right];
  const middle = all.reduce((sum, rect) => sum + rect.y + rect.height / 2, 0) / all.length;
  return { x, y: freeY(box, x, Math.round(middle - box.height / 2), placed) };
}

/** The free height nearest to the wished one, in the column that starts at `x`. */
export function freeY(box: Box, x: number, wished: number, placed: ReadonlyMap<string, Rect>): number {
  const column = [...placed.values()]
    .filter((rect) => rect.x < x + box.width + GAP.within && x < rect.x + rect.width + GAP.within)
    .sort((a, b) => a.y - b.y);
  let best = Number.POSITIVE_INFINITY;
  let from = Number.NEGATIVE_INFINITY;
  const consider = (until: number) => {
    if (until < from) return;
    const y = Math.min(Math.max(wished, from), until);
    if (Math.abs(y - wished) < Math.abs(best - wished)) best = y;
  };
  for (const rect of column) {
    consider(rect.y - GAP.within - box.height);
    from = Math.max(from, rect.y + rect.height + GAP.within);
  }
  consider(Number.POSITIVE_INFINITY);
  return best;
}
