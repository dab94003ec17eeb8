import { bundleWidth, middleOf } from '@karma/render';
import { formatCount } from '../../ui/format';
import { curveOnPage } from './curve';
import type { Picture } from './paint';
import { DASHES, dashOf } from './paint-arrows';
import { colourOf, type Drawn, FADED, isTraced, roleOfLine } from './roles';
import type { BundleLine } from './scene';
import { mayCross } from './sight';
import { FONT } from './text';

/** From here on a bundle says how many dependencies it holds. */
const COUNTS_FROM = 0.3;

/** As many can be told apart; of more, those that hold little are drawn faint. */
const FEW = 40;

/** Bundles: the more they hold, the thicker; what is traced lies above what is not. */
export function paintBundles(context: CanvasRenderingContext2D, picture: Picture): void {
  const { emphasis, quiet, scene } = picture;
  const seen = scene.bundles
    .map((line) => ({ line, role: roleOfLine(emphasis, line) }))
    .filter(({ line, role }) => (!quiet.hidden.has(line.id) || isTraced(role)) && mayCross(line, picture, 0))
    .sort((a, b) => Number(isTraced(a.role)) - Number(isTraced(b.role)) || a.line.count - b.line.count);
  const most = Math.max(...seen.map(({ line }) => line.count));
  const least = seen.length > FEW ? 0.12 : 0.6;
  for (const { line, role } of seen) {
    const weight = isTraced(role) ? 1 : least + (0.8 - least) * Math.sqrt(line.count / most);
    paintBundle(context, picture, line, { role, weight });
  }
}

function paintBundle(
  context: CanvasRenderingContext2D,
  { palette, viewport }: Picture,
  line: BundleLine,
  { role, weight }: { readonly role: Drawn; readonly weight: number },
): void {
  const { zoom } = viewport;
  const curve = curveOnPage(line, viewport);
  const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curve;
  const width = Math.max(1, bundleWidth(line.count) * Math.min(1, Math.max(0.4, zoom)));
  const size = (6 + width) * Math.max(0.5, Math.min(1, zoom));
  const isFaded = role === 'faded';
  context.globalAlpha = isFaded ? FADED * weight : weight;
  context.strokeStyle = palette.colour(colourOf(role));
  context.fillStyle = context.strokeStyle;
  context.lineWidth = width;
  context.setLineDash(DASHES.get(dashOf(line)) ?? []);
  context.beginPath();
  context.moveTo(x1, y1);
  context.bezierCurveTo(cx1, cy1, cx2, cy2, x2 - size / 2, y2);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x2, y2);
  context.lineTo(x2 - size, y2 - size * 0.5);
  context.lineTo(x2 - size, y2 + size * 0.5);
  context.fill();
  context.globalAlpha = 1;
  if (line.count === 1 || isFaded || zoom < COUNTS_FROM) return;
  context.font = `600 11px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = palette.colour('canvas');
  context.fillStyle = palette.colour('muted');
  const { x, y } = middleOf(curve);
  context.strokeText(formatCount(line.count), x, y);
  context.fillText(formatCount(line.count), x, y);
}
