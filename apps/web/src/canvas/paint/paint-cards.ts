import { CARD } from '@karma/render';
import { findingCount } from '../to-flow';
import { LABEL_HEIGHT, type Label, withoutOverlap } from './landmarks';
import { lookOf } from './look';
import type { Picture } from './paint';
import { paintBadges } from './paint-badges';
import { frameLabels } from './paint-frames';
import { groupLabels } from './paint-groups';
import { DASHES, paintDistance, paintGlow } from './paint-traces';
import { roleOfSpot } from './roles';
import type { Spot } from './scene';
import { isSpotInSight } from './sight';

/** From here on a card has room for its name. */
const NAMES_FROM = 0.3;
/** From here on, for its type, too. */
const TYPES_FROM = 0.45;
const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Mean width of a character, of its font size; names are cut to fit by it. */
const CHARACTER = 0.56;
const MOST_LANDMARKS = 32;

/** Cards: dots with the names of the most important ones, then chips with names, then names and types. */
export function paintCards(context: CanvasRenderingContext2D, picture: Picture): void {
  const isSeen = (spot: Spot) => isSpotInSight(spot, picture);
  if (picture.fresh.size > 0) paintGlow(context, picture, picture.scene.spots.filter(isSeen));
  if (picture.viewport.zoom < NAMES_FROM) paintDots(context, picture);
  else for (const spot of picture.scene.spots) if (isSeen(spot)) paintChip(context, picture, spot);
}

const RINGS: Readonly<Record<string, string>> = { self: 'accent', both: 'accent', path: 'accent' };

function paintDots(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, emphasis, viewport } = picture;
  const { x, y, zoom } = viewport;
  const width = Math.max(3, CARD.width * zoom);
  const height = Math.max(3, CARD.height * zoom);
  const { dots, named } = lookOf(picture);
  for (const { role, type, spots } of dots) {
    context.fillStyle =
      role === 'plain'
        ? palette.hue(type)
        : palette.colour(role === 'faded' ? 'line-strong' : (RINGS[role] ?? role));
    for (const spot of spots)
      if (isSpotInSight(spot, picture)) context.fillRect(spot.x * zoom + x, spot.y * zoom + y, width, height);
  }
  const seen = named.filter((spot) => isSpotInSight(spot, picture));
  if (emphasis?.distances) for (const spot of seen) paintDistance(context, picture, spot, true);
  const errors = seen.filter(({ card }) => card.findings.error > 0);
  context.beginPath();
  for (const spot of errors) {
    const [right, top] = [spot.x * zoom + x + width, spot.y * zoom + y];
    context.moveTo(right + 3, top);
    context.arc(right, top, 3, 0, 2 * Math.PI);
  }
  context.fillStyle = palette.colour('bad');
  context.strokeStyle = palette.colour('canvas');
  context.lineWidth = 1;
  context.fill();
  context.stroke();
  const selves = emphasis ? seen.filter((spot) => roleOfSpot(emphasis, spot) === 'self') : [];
  paintRings(context, picture, selves, width, height);
  paintLandmarks(context, picture, [...selves, ...seen], height);
}
/** Around what is selected, or what the keys have come to: from afar its colour alone would be overlooked. */
function paintRings(
  context: CanvasRenderingContext2D,
  { palette, viewport: { x, y, zoom } }: Picture,
  selves: readonly Spot[],
  width: number,
  height: number,
): void {
  context.strokeStyle = palette.colour('accent');
  context.lineWidth = 2;
  for (const spot of selves) {
    context.beginPath();
    context.roundRect(spot.x * zoom + x - 5, spot.y * zoom + y - 5, width + 10, height + 10, 6);
    context.stroke();
  }
}

function paintLandmarks(
  context: CanvasRenderingContext2D,
  picture: Picture,
  named: readonly Spot[],
  height: number,
): void {
  const { palette, viewport } = picture;
  const size = 11;
  const taken = [...frameLabels(picture.scene.frames, viewport), ...groupLabels(picture)];
  function* labels(): Iterable<Label> {
    for (const { card, x, y } of named) {
      const name = card.nickname === 'main' ? `${card.type} · main` : card.nickname;
      const distance = picture.emphasis?.distances?.get(card.id);
      const text = distance === undefined ? name : `${distance} · ${name}`;
      const width = text.length * CHARACTER * size + 12;
      const middle = (x + CARD.width / 2) * viewport.zoom + viewport.x;
      yield { text, width, x: middle - width / 2, y: y * viewport.zoom + viewport.y + height + 2 };
    }
  }
  context.font = `500 ${size}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.colour('canvas');
  context.fillStyle = palette.colour('text');
  for (const { text, x, y, width } of withoutOverlap(labels(), taken, MOST_LANDMARKS)) {
    context.strokeText(text, x + width / 2, y + LABEL_HEIGHT / 2);
    context.fillText(text, x + width / 2, y + LABEL_HEIGHT / 2);
  }
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
  const isTraced = role !== 'plain' && !isFaded;
  context.strokeStyle = palette.colour(
    isTraced ? (RINGS[role] ?? role) : isMissing ? 'bad' : isFaded ? 'line' : 'line-strong',
  );
  context.lineWidth = isTraced ? 2 : 1;
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
  context.fillText(shorten(card.nickname, room, size), start, top + height * (hasType ? 0.31 : 0.52));
  if (hasType) {
    context.font = `400 11px ${FONT}`;
    context.fillStyle = palette.colour(isFaded ? 'faded' : 'muted');
    context.fillText(shorten(`${card.type} · ${card.status}`, room, 11), start, top + height * 0.72);
  }
  if (!isFaded) paintBadges(context, picture, spot);
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

/** Cuts the middle out: names of a kind differ at their ends. */
function shorten(text: string, room: number, size: number): string {
  const most = Math.max(2, Math.floor(room / (CHARACTER * size)));
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 3);
  return `${text.slice(0, most - 1 - end)}…${text.slice(text.length - end)}`;
}
