import potpack from 'potpack';
import type { GroupTree } from './group-tree';
import { type Corner, pack, type Size } from './pack';

/** Room around the content of a group, pixels: for its frame, and above for its name. */
export const GROUP_PADDING = { top: 44, side: 20 } as const;
/** Room between two groups, for the arrows that cross. */
export const GROUP_GAP = 120;
const CELL_GAP = 48;
/** Width over height of what a screen shows. */
const SCREEN = 1.5;

export interface Arrangement {
  readonly size: Size;
  /** Upper left corner of each cell that is inside, by cell number. */
  readonly corners: ReadonlyMap<number, Corner>;
  /** What it is packed from: the groups inside, and the cells that are in none of them. */
  readonly parts: readonly Part[];
}

/** One rectangle of an arrangement. */
export interface Part extends Corner, Size {
  readonly cells: readonly number[];
}

type Packed = Omit<Arrangement, 'parts'>;

interface Content {
  /** Size of every cell. */
  readonly sizes: readonly Size[];
  /** Cells of each group. */
  readonly cells: readonly (readonly number[])[];
  /** How many arrows of each group cross to another one. */
  readonly crossing: Int32Array;
}

/** Packs the cells of each group, and groups within groups, from the inside out. */
export function arrange({ children, number }: GroupTree, content: Content, isFrame = false): Arrangement {
  const parts: Packed[] = children.map((child) => arrange(child, content, true));
  const weights = children.map((child) => weightOf(child, content));
  if (number !== null) {
    parts.push(packCells(content.cells[number] ?? [], content.sizes));
    weights.push(content.crossing[number] ?? 0);
  }
  const centre = weights.reduce((most, weight, index) => (weight > (weights[most] ?? 0) ? index : most), 0);
  const places = pack(
    parts.map(({ size }) => size),
    centre,
    GROUP_GAP,
    isFrame ? 1 : SCREEN,
  );
  const { top, side } = isFrame ? GROUP_PADDING : { top: 0, side: 0 };
  const corners = new Map<number, Corner>();
  let right = 0;
  let bottom = 0;
  parts.forEach((part, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    for (const [cell, { x, y }] of part.corners)
      corners.set(cell, { x: place.x + x + side, y: place.y + y + top });
    right = Math.max(right, place.x + part.size.width);
    bottom = Math.max(bottom, place.y + part.size.height);
  });
  return {
    size: { width: right + 2 * side, height: bottom + top + side },
    corners,
    parts: parts.map(({ corners: inside, size }, index) => ({
      ...(places[index] ?? { x: 0, y: 0 }),
      ...size,
      cells: [...inside.keys()],
    })),
  };
}

function weightOf({ children, number }: GroupTree, content: Content): number {
  const own = number === null ? 0 : (content.crossing[number] ?? 0);
  return children.reduce((sum, child) => sum + weightOf(child, content), own);
}

function packCells(cells: readonly number[], sizes: readonly Size[]): Packed {
  const boxes = cells.map((cell) => {
    const { width, height } = sizes[cell] ?? { width: 0, height: 0 };
    return { cell, w: width + CELL_GAP, h: height + CELL_GAP, x: 0, y: 0 };
  });
  const { w, h } = potpack(boxes);
  return {
    size: { width: w - CELL_GAP, height: h - CELL_GAP },
    corners: new Map(boxes.map(({ cell, x, y }) => [cell, { x, y }])),
  };
}
