import { componentName } from '@karma/core';
import { CARD } from '@karma/render';
import type { Picture } from './paint';
import type { Spot } from './scene';

/** As many hubs as a card has room for. */
const MOST = 4;

/** On a card, a mark for each hub whose arrow is muted; on a hub, how many arrows are. */
export function paintBadges(context: CanvasRenderingContext2D, picture: Picture, spot: Spot): void {
  const { palette, quiet, viewport } = picture;
  const { x, y, zoom } = viewport;
  const size = Math.max(4, 10 * zoom);
  let left = (spot.x + CARD.width) * zoom + x - 2 * size;
  const bottom = (spot.y + CARD.height) * zoom + y;
  for (const hub of quiet.badges.get(spot.card.id)?.slice(0, MOST) ?? []) {
    context.beginPath();
    context.roundRect(left, bottom - size / 2, size, size, size / 4);
    context.fillStyle = palette.hue(componentName(hub).type);
    context.strokeStyle = palette.colour('canvas');
    context.lineWidth = 1;
    context.fill();
    context.stroke();
    left -= size + 2;
  }
  if (!quiet.mutedHubs.has(spot.card.id)) return;
  context.font = '600 10px sans-serif';
  context.textAlign = 'right';
  context.fillStyle = palette.colour('muted');
  context.fillText(
    `${quiet.hubs.get(spot.card.id)} →`,
    spot.x * zoom + x - 3,
    (spot.y + CARD.height / 2) * zoom + y,
  );
}

const PIN = 7;

/** A pin on the upper left corner of a card that people put where it is. */
export function paintPin(
  context: CanvasRenderingContext2D,
  { palette }: Picture,
  left: number,
  top: number,
): void {
  context.beginPath();
  context.arc(left, top, PIN, 0, 2 * Math.PI);
  context.fillStyle = palette.colour('accent');
  context.fill();
  context.beginPath();
  context.arc(left + 1.2, top - 1.2, 2.4, 0, 2 * Math.PI);
  context.fillStyle = palette.colour('card');
  context.fill();
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(left - 3.2, top + 3.2);
  context.strokeStyle = palette.colour('card');
  context.lineWidth = 1.2;
  context.stroke();
}
