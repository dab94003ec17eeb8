import { CARD } from '@karma/render';
import type { Picture } from './paint';
import { colourOf, roleOfSpot } from './roles';
import type { Spot } from './scene';

/** How sure we are is told by the line, as on arrows: whole, dashed, dotted. */
export const DASHES: Readonly<Record<string, number[]>> = { likely: [5, 3], possible: [1.5, 2.5] };

/** The least width of a card, in pixels, with room for a line of its own kind. */
const LINES_FROM = 8;
/** The least height of a card with room for a number. */
const NUMBERS_FROM = 9;
/** Of the number on a card that is near. */
const RADIUS = 8;
const GLOW = 4;

/**
 * On a card of a blast radius how sure we are that it reaches it, and over how many steps, as far as there is room:
 * from afar (`isDot`) in place of the card, near on its left side.
 */
export function paintDistance(
  context: CanvasRenderingContext2D,
  picture: Picture,
  spot: Spot,
  isDot: boolean,
): void {
  const { palette, emphasis } = picture;
  const distance = emphasis?.distances?.get(spot.card.id);
  if (distance === undefined) return;
  const role = roleOfSpot(emphasis, spot);
  const { left, top, width, height } = boxOf(picture, spot);
  const colour = palette.colour(colourOf(role));
  const dashes = DASHES[role];
  const [x, y] = [isDot ? left + width / 2 : left, top + height / 2];
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  if (!isDot) context.arc(x, y, RADIUS, 0, 2 * Math.PI);
  else if (dashes && width >= LINES_FROM) context.rect(left + 0.75, top + 0.75, width - 1.5, height - 1.5);
  context.fillStyle = dashes ? palette.colour('canvas') : colour;
  context.fill();
  context.setLineDash(dashes ?? []);
  context.stroke();
  context.setLineDash([]);
  if (height < NUMBERS_FROM) return;
  context.font = `600 ${Math.min(11, height)}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = dashes ? colour : palette.colour('card');
  context.fillText(String(distance), x, y + 0.5);
}

/** Around what the last revision touched, for the moment in which it is news. Does not move. */
export function paintGlow(context: CanvasRenderingContext2D, picture: Picture, spots: readonly Spot[]): void {
  context.strokeStyle = picture.palette.colour('accent');
  context.lineWidth = GLOW;
  for (const spot of spots) {
    if (!picture.fresh.has(spot.card.id)) continue;
    const { left, top, width, height } = boxOf(picture, spot);
    context.beginPath();
    context.roundRect(left - GLOW, top - GLOW, width + 2 * GLOW, height + 2 * GLOW, 2 * GLOW);
    context.globalAlpha = 0.5;
    context.stroke();
    context.globalAlpha = 1;
  }
}

function boxOf({ viewport: { x, y, zoom } }: Picture, spot: Spot) {
  return {
    left: spot.x * zoom + x,
    top: spot.y * zoom + y,
    width: Math.max(3, CARD.width * zoom),
    height: Math.max(3, CARD.height * zoom),
  };
}
