import { canonical } from './canonical';
import { makeRoom } from './make-room';
import type { Rect } from './place-near';
import { placeNew } from './place-new';
import type { Box, Engine, LayoutInput, Position, Positions, Run } from './types';

/**
 * Boxes and arrows in, positions out. The order of the input does not matter. Boxes with a previous position keep it
 * to the pixel; new ones are placed near their neighbours in free space; what is gone leaves a gap. Without any
 * previous position the engine places everything. Pinned boxes stand where they are pinned in either case.
 * @throws what the engine throws, and the signal's reason when aborted.
 */
export async function layout(input: LayoutInput, engine: Engine, run: Run = {}): Promise<Positions> {
  const { previous, pinned } = input;
  const { boxes, arrows } = canonical(input.boxes, input.arrows);
  if (!boxes.some(({ id }) => previous?.has(id))) {
    const places = await engine(boxes, arrows, run);
    return pinned ? positionsOf(boxes, makeRoom(boxes, places, pinned)) : places;
  }
  const placed = new Map<string, Rect>();
  const width = Math.max(...boxes.map((box) => box.width));
  const height = Math.max(...boxes.map((box) => box.height));
  for (const [id, position] of previous ?? []) placed.set(id, { id, width, height, ...position });
  for (const box of boxes) {
    const position = pinned?.get(box.id) ?? previous?.get(box.id);
    if (position) placed.set(box.id, { ...box, ...position });
  }
  await placeNew(boxes, arrows, placed, engine, run);
  return positionsOf(boxes, placed);
}

function positionsOf(boxes: readonly Box[], placed: ReadonlyMap<string, Rect>): Positions {
  return new Map(
    boxes.flatMap(({ id }): [string, Position][] => {
      const rect = placed.get(id);
      return rect ? [[id, { x: rect.x, y: rect.y }]] : [];
    }),
  );
}
