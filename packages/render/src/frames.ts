import { CARD } from './card';
import type { Group } from './groups';
import type { Positions } from './positions';
import { componentCount, type SliceComponent } from './slice';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A group as it is drawn around its cards. */
export interface Frame extends Rect {
  readonly name: string;
  /** Components in it and in the groups within. */
  readonly count: number;
  readonly frames: readonly Frame[];
}

/** Room between a frame and what is in it; above, for its name. The same as the layout leaves. */
const ROOM = { top: 44, side: 20 } as const;

/** The frames of the groups within a group, each around all that it holds. */
export function framesOf(group: Group, positions: Positions): Frame[] {
  return group.groups.map((child) => {
    const frames = framesOf(child, positions);
    const { x, y, width, height } = around([...cardsOf(child.components, positions), ...frames]);
    return {
      name: child.name,
      count: componentCount(child.components) + frames.reduce((sum, { count }) => sum + count, 0),
      frames,
      x: x - ROOM.side,
      y: y - ROOM.top,
      width: width + 2 * ROOM.side,
      height: height + ROOM.top + ROOM.side,
    };
  });
}

export function cardsOf(components: readonly SliceComponent[], positions: Positions): Rect[] {
  return components.map(({ id }) => ({ ...positionOf(id, positions), ...CARD }));
}

/** @throws RangeError when the layout left a component out. */
export function positionOf(id: string, positions: Positions): { readonly x: number; readonly y: number } {
  const position = positions.get(id);
  if (!position) throw new RangeError(`${id} has no position.`);
  return position;
}

/** The smallest rectangle around all; empty at the origin when there are none. */
export function around(rects: readonly Rect[]): Rect {
  const [first, ...rest] = rects;
  if (!first) return { x: 0, y: 0, width: 0, height: 0 };
  let { x, y } = first;
  let right = x + first.width;
  let bottom = y + first.height;
  for (const rect of rest) {
    x = Math.min(x, rect.x);
    y = Math.min(y, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}
