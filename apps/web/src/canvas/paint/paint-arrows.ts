import { curveOnPage } from './curve';
import type { Picture, Viewport } from './paint';
import { colourOf, FADED, isTraced } from './roles';
import type { Line } from './scene';
import { type Batch, nearBatch, tracedBatches } from './sight';

type Dash = 'declared' | 'inferred' | 'dotted';
export const DASHES: ReadonlyMap<Dash, number[]> = new Map([
  ['declared', []],
  ['inferred', [6, 4]],
  ['dotted', [1.5, 4]],
]);
/** From here on arrows have heads, and those of the cards in sight strokes of their own; traced ones always do. */
const HEADS_FROM = 0.3;
/** As many of one role; more are left to the haze. */
const MOST_STROKES = 400;

/** Over the haze of all arrows, strokes for those that are traced, and for those of the cards in sight. */
export function paintArrows(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, viewport } = picture;
  for (const { role, lines } of strokesOf(picture)) {
    context.strokeStyle = palette.colour(colourOf(role));
    context.fillStyle = context.strokeStyle;
    context.globalAlpha = role === 'faded' ? FADED : 1;
    context.lineWidth = isTraced(role) ? Math.max(1.5, 2 * viewport.zoom) : Math.max(1, 1.5 * viewport.zoom);
    for (const [dash, pattern] of DASHES) {
      context.setLineDash(pattern);
      context.beginPath();
      for (const line of lines) if (dashOf(line) === dash) addCurve(context, line, viewport);
      context.stroke();
    }
    context.setLineDash([]);
    if (viewport.zoom >= HEADS_FROM) paintHeads(context, lines, viewport);
  }
  context.globalAlpha = 1;
}

/** Too many of one role for strokes: they are a haze. */
export const areHazy = ({ lines }: Batch) => lines.length > MOST_STROKES;

function strokesOf(picture: Picture): Batch[] {
  const traced = tracedBatches(picture, 0);
  if (picture.viewport.zoom < HEADS_FROM) return traced.filter((batch) => !areHazy(batch));
  return [nearBatch(picture), ...traced].filter((batch) => !areHazy(batch));
}

export const dashOf = ({ edge }: Line): Dash => (edge.ambiguous ? 'dotted' : edge.confidence);

function addCurve(context: CanvasRenderingContext2D, line: Line, viewport: Viewport): void {
  const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curveOnPage(line, viewport);
  context.moveTo(x1, y1);
  context.bezierCurveTo(cx1, cy1, cx2, cy2, x2, y2);
}

function paintHeads(context: CanvasRenderingContext2D, lines: readonly Line[], viewport: Viewport): void {
  const size = 8 * Math.max(0.5, Math.min(1, viewport.zoom));
  context.beginPath();
  for (const line of lines) {
    const { x2, y2 } = curveOnPage(line, viewport);
    context.moveTo(x2, y2);
    context.lineTo(x2 - size, y2 - size * 0.45);
    context.lineTo(x2 - size, y2 + size * 0.45);
  }
  context.fill();
}
