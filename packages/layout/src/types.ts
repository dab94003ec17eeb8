/** A thing to be placed. Width and height in pixels. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Path of the group that it stands in, outermost first; none when absent. Groups are laid out apart. */
  readonly group?: readonly string[] | undefined;
  /**
   * Boxes that this one stands for, as the box of a shut group does: it is placed where they stood. The box of a group
   * bears the group's name, so that the group, once open, is placed where its box stood.
   */
  readonly standsFor?: readonly string[] | undefined;
}

/** An arrow between two boxes; the layout reads left to right along it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Upper left corner of a box, pixels, whole numbers. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export type Positions = ReadonlyMap<string, Position>;

export interface LayoutInput {
  readonly boxes: readonly Box[];
  /** Arrows whose ends are not both among the boxes are ignored. */
  readonly arrows: readonly Arrow[];
  /**
   * Where boxes stood before. These stay to the pixel; only the others are placed. Where one stood that is not among
   * the boxes now, its place is kept free.
   */
  readonly previous?: Positions | undefined;
  /** Where people want boxes to stand, whatever becomes of the others: these stay, too, and the others make room. */
  readonly pinned?: Positions | undefined;
}

/** What a run of an engine may be told, and may tell. */
export interface Run {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Places all boxes, knowing of no previous positions. Must give the same answer for the same input in the same order.
 * @throws the signal's reason when aborted.
 */
export type Engine = (boxes: readonly Box[], arrows: readonly Arrow[], run?: Run) => Promise<Positions>;

/** Pixels left free between neighbouring boxes, within a layer and from layer to layer. */
export const GAP = { within: 24, between: 64 } as const;
