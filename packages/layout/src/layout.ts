import { canonical } from './canonical';
import { placeNear, type Rect } from './place';
import { type Engine, GAP, type LayoutInput, type Positions } from './types';

/**
 * Boxes and arrows in, positions out. The order of the input does not matter. Boxes with a previous position keep it
 * to the pixel; new ones are placed near their neighbours in free space; what is gone leaves a gap. Without any
 * previous position the engine places everything.
 * @throws what the engine throws, and the signal's reason when aborted.
 */
export async function layout(input: LayoutInput, engine: Engine, signal?: AbortSignal): Promise<Positions> {
  const { boxes, arrows } = canonical(input.boxes, input.arrows);
  const placed = new Map<string, Rect>();
  for (const box of boxes) {
    const position = input.previous?.get(box.id);
    if (position) placed.set(box.id, { ...box, ...position });
  }
  if (placed.size === 0) return engine(boxes, arrows, signal);
  const loose = placeNear(
    boxes.filter((box) => !placed.has(box.id)),
    arrows,
    placed,
  );
  if (loose.length > 0) {
    const ids = new Set(loose.map((box) => box.id));
    const own = await engine(
      loose,
      arrows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      signal,
    );
    const rects = [...placed.values()];
    const left = Math.min(...rects.map((rect) => rect.x));
    const below = Math.max(...rects.map((rect) => rect.y + rect.height)) + 2 * GAP.within;
    for (const box of loose) {
      const { x, y } = own.get(box.id) ?? { x: 0, y: 0 };
      placed.set(box.id, { ...box, x: left + x, y: below + y });
    }
  }
  return new Map([...placed].map(([id, { x, y }]) => [id, { x, y }]));
}
