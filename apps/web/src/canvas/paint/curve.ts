import { type Curve, curveOf } from '@karma/render';
import type { Viewport } from './paint';
import type { Line, Scene } from './scene';

/** The curve of an arrow in pixels of the page. */
export function curveOnPage({ from, to }: Line, { x, y, zoom }: Viewport): Curve {
  const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curveOf(from, to);
  return {
    x1: x1 * zoom + x,
    y1: y1 * zoom + y,
    cx1: cx1 * zoom + x,
    cy1: cy1 * zoom + y,
    cx2: cx2 * zoom + x,
    cy2: cy2 * zoom + y,
    x2: x2 * zoom + x,
    y2: y2 * zoom + y,
  };
}

/** As many as keep the pieces within a pixel of the curve, whose distance shrinks with the square of their number. */
const piecesOf = (length: number) => Math.min(96, Math.ceil(0.6 * Math.sqrt(length)));

/** Visits the straight pieces that a curve is drawn of; the longer it is, the more of them. */
export function eachPiece(
  line: Line,
  viewport: Viewport,
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curveOnPage(line, viewport);
  const pieces = piecesOf(Math.abs(x2 - x1) + Math.abs(y2 - y1) + 2 * Math.abs(cy1 - y1));
  let [fromX, fromY] = [x1, y1];
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    const u = 1 - t;
    const toX = u * u * (u * x1 + 3 * t * cx1) + t * t * (3 * u * cx2 + t * x2);
    const toY = u * u * (u * y1 + 3 * t * cy1) + t * t * (3 * u * cy2 + t * y2);
    visit(fromX, fromY, toX, toY);
    [fromX, fromY] = [toX, toY];
  }
}

/** The arrow whose curve passes within `reach` pixels of a point on screen; the nearest one. */
export function arrowAt(
  { lines }: Pick<Scene, 'lines'>,
  viewport: Viewport,
  point: { readonly x: number; readonly y: number },
  reach: number,
): string | undefined {
  let best: string | undefined;
  let bestDistance = reach;
  for (const line of lines) {
    const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curveOnPage(line, viewport);
    if (point.y < Math.min(y1, y2) - reach || point.y > Math.max(y1, y2, cy1, cy2) + reach) continue;
    if (point.x < Math.min(x1, cx2) - reach || point.x > Math.max(x2, cx1) + reach) continue;
    eachPiece(line, viewport, (fromX, fromY, toX, toY) => {
      const distance = distanceTo(point, fromX, fromY, toX - fromX, toY - fromY);
      if (distance < bestDistance) [best, bestDistance] = [line.id, distance];
    });
  }
  return best;
}

/** From a point to the straight piece that starts at `x`, `y` and leads `dx`, `dy` further. */
function distanceTo(point: { x: number; y: number }, x: number, y: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - x) * dx + (point.y - y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - x - t * dx, point.y - y - t * dy);
}
