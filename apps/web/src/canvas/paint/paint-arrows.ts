import { CARD } from '@karma/render';
import type { Picture, Viewport } from './paint';
import type { Line, Scene } from './scene';

const DASHES: Readonly<Record<string, number[]>> = { inferred: [6, 4], dotted: [1.5, 4] };
const COLOURS: Readonly<Record<string, string>> = {
  plain: 'edge',
  faded: 'edge',
  self: 'accent',
  both: 'accent',
  path: 'accent',
};
/** From here on arrows are curves with heads and dashes. */
const CURVES_FROM = 0.25;

/** Arrows, those that are drawn alike in one stroke; what is traced lies above what is not. */
export function paintArrows(context: CanvasRenderingContext2D, picture: Picture): void {
  const { emphasis, palette, viewport } = picture;
  const isFine = viewport.zoom >= CURVES_FROM;
  const batches = new Map<string, Line[]>();
  for (const line of picture.scene.lines) {
    const traced = emphasis?.edges.get(line.id);
    if ((!traced && picture.quiet.hidden.has(line.id)) || !isInSight(line, picture)) continue;
    const role = traced ?? (emphasis ? 'faded' : 'plain');
    const dash = isFine ? (line.edge.ambiguous ? 'dotted' : line.edge.confidence) : '';
    const key = `${role} ${dash}`;
    const batch = batches.get(key);
    if (batch) batch.push(line);
    else batches.set(key, [line]);
  }
  for (const [key, lines] of [...batches].sort(([a], [b]) => order(a) - order(b))) {
    const [role = '', dash = ''] = key.split(' ');
    const isTraced = order(key) === 1;
    context.beginPath();
    for (const line of lines) (isFine ? curve : straight)(context, line, picture);
    context.strokeStyle = palette.colour(COLOURS[role] ?? role);
    context.globalAlpha = isTraced ? 1 : opacity(role, lines.length, isFine);
    context.lineWidth = isTraced
      ? Math.max(1.5, 2 * viewport.zoom)
      : isFine
        ? Math.max(1, 1.5 * viewport.zoom)
        : 1;
    context.setLineDash(DASHES[dash] ?? []);
    context.stroke();
    context.setLineDash([]);
    if (isFine) heads(context, lines, picture);
  }
  context.globalAlpha = 1;
}

const order = (key: string) => (key.startsWith('plain') || key.startsWith('faded') ? 0 : 1);

/** The more arrows there are, the fainter each: what they make together stays legible. */
function opacity(role: string, count: number, isFine: boolean): number {
  const own = isFine ? 1 : Math.min(0.7, Math.max(0.12, 700 / count));
  return role === 'faded' ? own * 0.25 : own;
}

function isInSight({ from, to }: Line, { viewport: { x, y, zoom }, width, height }: Picture): boolean {
  const right = Math.max(from.x, to.x) + CARD.width;
  const bottom = Math.max(from.y, to.y) + CARD.height;
  return (
    right * zoom + x >= 0 &&
    bottom * zoom + y >= 0 &&
    Math.min(from.x, to.x) * zoom + x <= width &&
    Math.min(from.y, to.y) * zoom + y <= height
  );
}

/** Pixels of the two ends: out of the right side of the consumer, into the left side of the provider. */
function ends({ from, to }: Line, { x, y, zoom }: Picture['viewport']) {
  return [
    (from.x + CARD.width) * zoom + x,
    (from.y + CARD.height / 2) * zoom + y,
    to.x * zoom + x,
    (to.y + CARD.height / 2) * zoom + y,
  ] as const;
}

function straight(context: CanvasRenderingContext2D, line: Line, { viewport }: Picture): void {
  const [x1, y1, x2, y2] = ends(line, viewport);
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}

/** How far the curve leaves its ends sideways. */
const bend = (x1: number, x2: number, zoom: number) =>
  x2 >= x1 ? (x2 - x1) / 2 : 0.35 * 25 * Math.sqrt((x1 - x2) / zoom) * zoom;

function curve(context: CanvasRenderingContext2D, line: Line, { viewport }: Picture): void {
  const [x1, y1, x2, y2] = ends(line, viewport);
  const aside = bend(x1, x2, viewport.zoom);
  context.moveTo(x1, y1);
  context.bezierCurveTo(x1 + aside, y1, x2 - aside, y2, x2, y2);
}

function heads(context: CanvasRenderingContext2D, lines: readonly Line[], { viewport }: Picture): void {
  const size = 8 * Math.max(0.5, Math.min(1, viewport.zoom));
  context.beginPath();
  for (const line of lines) {
    const [, , x, y] = ends(line, viewport);
    context.moveTo(x, y);
    context.lineTo(x - size, y - size * 0.45);
    context.lineTo(x - size, y + size * 0.45);
  }
  context.fillStyle = context.strokeStyle;
  context.fill();
}

/** Points along a curve that are looked at. */
const SAMPLES = 128;

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
    const [x1, y1, x2, y2] = ends(line, viewport);
    if (point.y < Math.min(y1, y2) - reach || point.y > Math.max(y1, y2) + reach) continue;
    const aside = bend(x1, x2, viewport.zoom);
    if (point.x < Math.min(x1, x2 - aside) - reach || point.x > Math.max(x2, x1 + aside) + reach) continue;
    for (let step = 0; step <= SAMPLES; step++) {
      const t = step / SAMPLES;
      const u = 1 - t;
      const x = u ** 3 * x1 + 3 * u * u * t * (x1 + aside) + 3 * u * t * t * (x2 - aside) + t ** 3 * x2;
      const y = u * u * (u + 3 * t) * y1 + t * t * (t + 3 * u) * y2;
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance < bestDistance) [best, bestDistance] = [line.id, distance];
    }
  }
  return best;
}
