import { placeGroups } from './place-groups';
import { placeNear, type Rect } from './place-near';
import { type Arrow, type Box, type Engine, GAP, type Run } from './types';

/** Places those of the boxes that are not in `placed` yet, into free space. Nothing that is there moves. */
export async function placeNew(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  placed: Map<string, Rect>,
  engine: Engine,
  run: Run,
): Promise<void> {
  const loose = placeNear(await placeGroups(boxes, arrows, placed, engine, run), arrows, placed);
  if (loose.length === 0) return;
  const ids = new Set(loose.map((box) => box.id));
  const own = await engine(
    loose,
    arrows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    run,
  );
  const rects = [...placed.values()];
  const left = Math.min(...rects.map((rect) => rect.x));
  const below = Math.max(...rects.map((rect) => rect.y + rect.height)) + 2 * GAP.within;
  for (const box of loose) {
    const { x, y } = own.get(box.id) ?? { x: 0, y: 0 };
    placed.set(box.id, { ...box, x: left + x, y: below + y });
  }
}
