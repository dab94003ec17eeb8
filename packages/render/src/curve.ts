import { CARD } from './card';
import { positionOf } from './frames';
import type { Positions } from './positions';
import type { SliceDependency } from './slice';

/** A cubic Bézier curve from one end to the other, with the two points that bend it. */
export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly cx1: number;
  readonly cy1: number;
  readonly cx2: number;
  readonly cy2: number;
  readonly x2: number;
  readonly y2: number;
}

/** How deep an arrow bows that leads back within a row: enough to come out below the cards. */
const BOW = 72;

/**
 * An arrow out of the right side of a consumer's card, at `x1`, `y1`, into the left side of its provider's, at `x2`,
 * `y2`, in pixels of the graph. Backwards it goes around, at most 27 pixels beyond the cards.
 */
export function curveBetween(x1: number, y1: number, x2: number, y2: number): Curve {
  const aside = x2 < x1 ? 6 * Math.sqrt(x1 - x2) : (x2 - x1) / 2;
  const bow = x2 < x1 && Math.abs(y2 - y1) < CARD.height ? BOW : 0;
  return { x1, y1, cx1: x1 + aside, cy1: y1 + bow, cx2: x2 - aside, cy2: y2 + bow, x2, y2 };
}

type Corner = { readonly x: number; readonly y: number };

/** The arrow between two cards, by their upper left corners. */
export const curveOf = (from: Corner, to: Corner): Curve =>
  curveBetween(from.x + CARD.width, from.y + CARD.height / 2, to.x, to.y + CARD.height / 2);

/** @throws RangeError when the layout left an end out. */
export const arrowOf = ({ from, to }: SliceDependency, positions: Positions): Curve =>
  curveOf(positionOf(from, positions), positionOf(to, positions));

/** Whether it goes around below the cards: the way from side to side would lie behind them. */
export const isBowed = ({ y1, cy1 }: Curve) => cy1 !== y1;

/** The point halfway along. */
export const middleOf = ({ x1, y1, cx1, cy1, cx2, cy2, x2, y2 }: Curve) => ({
  x: (x1 + 3 * (cx1 + cx2) + x2) / 8,
  y: (y1 + 3 * (cy1 + cy2) + y2) / 8,
});

/** As the `d` of an SVG path. */
export const svgPathOf = ({ x1, y1, cx1, cy1, cx2, cy2, x2, y2 }: Curve): string =>
  `M${round(x1)} ${round(y1)}C${round(cx1)} ${round(cy1)} ${round(cx2)} ${round(cy2)} ${round(x2)} ${round(y2)}`;

const round = (value: number) => Math.round(value * 10) / 10;
