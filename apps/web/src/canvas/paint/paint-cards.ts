import { CARD } from '@karma/render';
import { CHIPS_FROM } from '../near-cards';
import { findingCount } from '../to-flow';
import type { Picture } from './paint';
import { paintBadges, paintPin } from './paint-badges';
import { paintMarksOfDots } from './paint-dots';
import { DASHES, paintDistance, paintGlow } from './paint-traces';
import { colourOf, isTraced, roleOfSpot } from './roles';
import type { Spot } from './scene';
import { isSpotInSight } from './sight';
import { endsOfName, FONT, nameApart, startOf } from './text';

/** From here on, for its type, too. */
const TYPES_FROM = 0.45;

/** Cards: over their dots the names of the most important ones, then chips with names, then names and types. */
export function paintCards(context: CanvasRenderingContext2D, picture: Picture): void {
  const isSeen = (spot: Spot) => isSpotInSight(spot, picture);
  if (picture.fresh.size > 0) paintGlow(context, picture, picture.scene.spots.filter(isSeen));
  if (picture.viewport.zoom < CHIPS_FROM) paintMarksOfDots(context, picture);
  else for (const spot of picture.scene.spots) if (isSeen(spot)) paintChip(context, picture, spot);
}

function paintChip(context: CanvasRenderingContext2D, picture: Picture, spot: Spot): void {
  const { palette, viewport } = picture;
  const { card } = spot;
  const { zoom } = viewport;
  const role = roleOfSpot(picture.emphasis, spot);
  const isFaded = role === 'faded';
  const [left, top] = [spot.x * zoom + viewport.x, spot.y * zoom + viewport.y];
  const [width, height] = [CARD.width * zoom, CARD.height * zoom];
  const isMissing = card.status === 'missing';
  context.beginPath();
  context.roundRect(left, top, width, height, (card.status === 'external' ? 32 : 10) * zoom);
  context.fillStyle = palette.colour(isFaded || isMissing ? 'canvas' : 'card');
  context.fill();
  context.strokeStyle = palette.colour(
    isTraced(role) ? colourOf(role) : isMissing ? 'bad' : isFaded ? 'line' : 'line-strong',
  );
  context.lineWidth = isTraced(role) ? 2 : 1;
  context.setLineDash(DASHES[role] ?? (isMissing ? [4, 3] : []));
  context.stroke();
  context.setLineDash([]);

  context.fillStyle = isFaded ? palette.colour('line-strong') : palette.hue(card.type);
  context.fillRect(left + 6 * zoom, top + 11 * zoom, Math.max(2.5, 6 * zoom), height - 22 * zoom);

  const size = Math.min(14, Math.max(11, 18 * zoom));
  const start = left + 18 * zoom;
  const room = width - 24 * zoom;
  const hasType = zoom >= TYPES_FROM;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = `600 ${size}px ${FONT}`;
  context.fillStyle = palette.colour(isFaded ? 'faded' : 'text');
  context.fillText(
    hasType ? endsOfName(card.nickname, room, size) : nameApart(spot.apart, card.nickname, room, size),
    start,
    top + height * (hasType ? 0.31 : 0.52),
    room,
  );
  if (hasType) {
    context.font = `400 11px ${FONT}`;
    context.fillStyle = palette.colour(isFaded ? 'faded' : 'muted');
    context.fillText(startOf(`${card.type} · ${card.status}`, room, 11), start, top + height * 0.72, room);
  }
  if (!isFaded) paintBadges(context, picture, spot);
  if (spot.isPinned) paintPin(context, picture, left, top);
  paintDistance(context, picture, spot, false);
  if (findingCount(card) > 0 && !isFaded) paintFindings(context, picture, spot, left + width, top);
}

function paintFindings(
  context: CanvasRenderingContext2D,
  { palette }: Picture,
  { card }: Spot,
  right: number,
  top: number,
): void {
  const text = String(findingCount(card));
  const width = 10 + 6 * text.length;
  context.beginPath();
  context.roundRect(right - width - 4, top - 7, width, 14, 7);
  context.fillStyle = palette.colour(card.findings.error ? 'bad' : card.findings.warning ? 'warn' : 'info');
  context.fill();
  context.font = `600 10px ${FONT}`;
  context.textAlign = 'center';
  context.fillStyle = palette.colour('card');
  context.fillText(text, right - width / 2 - 4, top + 0.5);
}
