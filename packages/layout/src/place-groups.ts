import { freePlace, type Rectangle } from './free-place';
import { GROUP_PADDING } from './layered/arrange';
import type { Rect } from './place-near';
import type { Arrow, Box, Engine, Position, Run } from './types';

/** Room between what is placed here and what stands there, pixels. */
const GAP = 48;
/** Up to so many join their group one by one; more than that are laid out among themselves, and join it as a whole. */
const FEW = 40;
/** Of so many, places of what is not shown now still count. */
const MOST_REMEMBERED = 1000;

/** New boxes that are placed as one, and the open groups around them. */
interface Block {
  readonly id: string;
  readonly around: readonly string[];
  readonly boxes: Box[];
}

/**
 * Places new boxes that stand in groups, or for boxes that stood there before: a group that is new as a whole, in free
 * room nearest to where its box stood while it was shut; a box that stands for others, where these stood; a single box
 * within its group. Nothing that is placed moves.
 * @returns the new boxes that are left, in their order.
 */
export async function placeGroups(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  placed: Map<string, Rect>,
  engine: Engine,
  run: Run,
): Promise<Box[]> {
  const shown = boxes.filter(({ id }) => placed.has(id));
  const inUse = new Set(shown.flatMap(({ group = [] }) => group));
  const rest: Box[] = [];
  const blocks = new Map<string, Block>();
  const joining = countByGroup(boxes.filter(({ id }) => !placed.has(id)));
  for (const box of boxes) {
    if (placed.has(box.id)) continue;
    const path = box.group ?? [];
    const isOneOfMany = (joining.get(path.join('\n')) ?? 0) > FEW;
    const depth = path.findIndex((group) => !inUse.has(group));
    if (path.length === 0 && !box.standsFor) rest.push(box);
    else {
      const around = depth < 0 ? path : path.slice(0, depth);
      const id = path[around.length] ?? (isOneOfMany ? `many in ${path.join('\n')}` : box.id);
      const block = blocks.get(id) ?? { id, around, boxes: [] };
      block.boxes.push(box);
      blocks.set(id, block);
    }
  }
  for (const block of blocks.values()) {
    const ids = new Set(block.boxes.map(({ id }) => id));
    const inner = arrows.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const own = block.boxes.map((box) => ({ ...box, group: box.group?.slice(block.around.length) }));
    const places = await engine(own, inner, run);
    const rects = own.map((box): Rect => ({ ...box, ...(places.get(box.id) ?? { x: 0, y: 0 }) }));
    const levels = Math.max(...own.map(({ group = [] }) => group.length));
    const frame = framed(rects, levels);
    const stoodFor = new Set([block.id, ...block.boxes.flatMap((box) => box.standsFor ?? [])]);
    const obstacles = obstaclesTo(block, shown, placed, stoodFor);
    const corner = freePlace(frame, wishOf(block, arrows, placed, frame), obstacles, GAP);
    for (const rect of rects)
      placed.set(rect.id, { ...rect, x: rect.x - frame.left + corner.x, y: rect.y - frame.top + corner.y });
    shown.push(...block.boxes);
  }
  return rest;
}

/** Where a block would best stand, its upper left corner: where it stood in another shape, else by its neighbours. */
function wishOf(
  { id, around, boxes }: Block,
  arrows: readonly Arrow[],
  placed: ReadonlyMap<string, Rect>,
  { left, top, right, bottom }: Rectangle,
): Position {
  const before = placed.get(id);
  if (before) return { x: before.x, y: before.y };
  const stoodFor = rectsOf(
    boxes.flatMap((box) => box.standsFor ?? []),
    placed,
  );
  if (stoodFor.length > 0) {
    const { left: x, top: y } = bounds(stoodFor);
    return { x, y };
  }
  const ids = new Set(boxes.map((box) => box.id));
  const neighbours = rectsOf(
    arrows.flatMap(({ from, to }) => (ids.has(from) ? to : ids.has(to) ? from : [])),
    placed,
  );
  const group = around.at(-1);
  const isNear = (rect: Rect) => group === undefined || rect.group?.includes(group);
  const near = [neighbours.filter(isNear), [...placed.values()].filter(isNear)].find(
    ({ length }) => length > 0,
  );
  const middle = bounds(near ?? []);
  return {
    x: Math.round((middle.left + middle.right - right + left) / 2),
    y: Math.round((middle.top + middle.bottom - bottom + top) / 2),
  };
}

/**
 * What a block must not cover: open groups that it is not in, as a whole, shut ones, where they stood open, all other
 * boxes, and what is remembered.
 */
function obstaclesTo(
  { around }: Block,
  shown: readonly Box[],
  placed: ReadonlyMap<string, Rect>,
  ignored: ReadonlySet<string>,
): Rectangle[] {
  const own = new Set(around);
  const groups = new Map<string, { readonly rects: Rect[]; readonly levels: number }>();
  const obstacles: Rectangle[] = [];
  for (const { id, group = [], standsFor = [] } of shown) {
    const rect = placed.get(id);
    if (!rect) continue;
    const stoodBefore = rectsOf(standsFor, placed);
    if (stoodBefore.length > 0) obstacles.push(framed(stoodBefore, 1));
    const depth = group.findIndex((each) => !own.has(each));
    const outermost = group[depth];
    if (outermost === undefined) obstacles.push(bounds([rect]));
    else {
      const known = groups.get(outermost) ?? { rects: [], levels: group.length - depth };
      known.rects.push(rect);
      groups.set(outermost, known);
    }
  }
  for (const { rects, levels } of groups.values()) obstacles.push(framed(rects, levels));
  const ids = new Set(shown.map(({ id }) => id));
  const remembered = [...placed.values()].filter(({ id }) => !ids.has(id) && !ignored.has(id));
  if (remembered.length <= MOST_REMEMBERED) obstacles.push(...remembered.map((rect) => bounds([rect])));
  return obstacles;
}

function countByGroup(boxes: readonly Box[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { group = [] } of boxes) counts.set(group.join('\n'), (counts.get(group.join('\n')) ?? 0) + 1);
  return counts;
}

const rectsOf = (ids: readonly string[], placed: ReadonlyMap<string, Rect>): Rect[] =>
  ids.flatMap((id) => placed.get(id) ?? []);

/** Around boxes, with room for the frames of so many levels of groups. */
function framed(rects: readonly Rect[], levels: number): Rectangle {
  const { left, top, right, bottom } = bounds(rects);
  const side = levels * GROUP_PADDING.side;
  return {
    left: left - side,
    top: top - levels * GROUP_PADDING.top,
    right: right + side,
    bottom: bottom + side,
  };
}

function bounds(rects: readonly Rect[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { left, top, right, bottom };
}
