import { CARD } from '@karma/render';
import { formatCount, plural } from '../../ui/format';
import { findingCount } from '../to-flow';
import { LABEL_HEIGHT, type Label, withoutOverlap } from './landmarks';
import type { Picture } from './paint';
import { paintPin } from './paint-badges';
import { frameLabels } from './paint-frames';
import { colourOf, type Drawn, isTraced } from './roles';
import type { GroupSpot } from './scene';
import { isSpotInSight } from './sight';
import { CHARACTER, FONT, startOf } from './text';

/** From here on a group's card has room for its name; from afar it stands below. */
const NAMES_FROM = 0.3;
/** From here on, for its status, too. */
const STATUS_FROM = 0.6;

/** Shut groups: piles of cards with name and size; from afar, piles with as many names as there is room for. */
export function paintGroups(context: CanvasRenderingContext2D, picture: Picture): void {
  const seen = picture.scene.groups.filter((spot) => isSpotInSight(spot, picture));
  for (const spot of seen) paintPile(context, picture, spot);
  if (picture.viewport.zoom >= NAMES_FROM) for (const spot of seen) paintWords(context, picture, spot);
  else paintNames(context, picture);
}

/** The names of groups from afar, the largest first: no other name may cover them. */
export function groupLabels(picture: Picture): Label[] {
  const { groups } = picture.scene;
  if (picture.viewport.zoom >= NAMES_FROM) return [];
  const bySize = groups.toSorted((a, b) => b.group.hidden - a.group.hidden);
  return withoutOverlap(
    bySize.map((spot) => labelBelow(spot, picture)),
    frameLabels(picture.scene.frames, picture.viewport),
    Number.POSITIVE_INFINITY,
  );
}

function labelBelow({ group, x, y }: GroupSpot, { viewport }: Picture): Label {
  const text = `${group.name} ${formatCount(group.hidden)}`;
  const width = text.length * CHARACTER * 11 + 12;
  const middle = (x + CARD.width / 2) * viewport.zoom + viewport.x;
  return { text, width, x: middle - width / 2, y: (y + CARD.height) * viewport.zoom + viewport.y + 5 };
}

const roleOf = ({ emphasis }: Picture, { group }: GroupSpot): Drawn =>
  emphasis ? (emphasis.components.get(group.id) ?? emphasis.rest ?? 'faded') : 'plain';

function paintPile(context: CanvasRenderingContext2D, picture: Picture, spot: GroupSpot): void {
  const { palette, viewport } = picture;
  const { zoom } = viewport;
  const role = roleOf(picture, spot);
  const isFaded = role === 'faded';
  const [left, top] = [spot.x * zoom + viewport.x, spot.y * zoom + viewport.y];
  const [width, height] = [Math.max(10, CARD.width * zoom), Math.max(6, CARD.height * zoom)];
  const step = Math.max(2, 4 * zoom);
  context.lineWidth = 1;
  for (const level of isFaded ? [0] : [2, 1, 0]) {
    const inset = level * 2 * zoom;
    context.beginPath();
    context.roundRect(left + inset, top + level * step, width - 2 * inset, height, Math.max(2, 10 * zoom));
    context.fillStyle = palette.colour(isFaded ? 'canvas' : zoom < NAMES_FROM ? 'accent-tint' : 'card');
    context.fill();
    if (level === 0) context.lineWidth = isTraced(role) ? 2 : 1;
    context.strokeStyle = palette.colour(
      isTraced(role) && level === 0 ? colourOf(role) : isFaded ? 'line' : 'faded',
    );
    context.stroke();
  }
  if (spot.isPinned && zoom >= NAMES_FROM) paintPin(context, picture, left, top);
  const { error, warning } = spot.group.findings;
  if (isFaded || error + warning === 0) return;
  const text = formatCount(findingCount(spot.group));
  const isWritten = zoom >= NAMES_FROM;
  const across = isWritten ? 10 + 6 * text.length : 6;
  const high = isWritten ? 14 : 6;
  context.beginPath();
  context.roundRect(left + width - across - (isWritten ? 4 : -3), top - high / 2, across, high, high / 2);
  context.fillStyle = palette.colour(error ? 'bad' : 'warn');
  context.fill();
  if (!isWritten) return;
  context.font = `600 10px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.colour('card');
  context.fillText(text, left + width - across / 2 - 4, top + 0.5);
}

function paintWords(context: CanvasRenderingContext2D, picture: Picture, spot: GroupSpot): void {
  const { palette, viewport } = picture;
  const { zoom } = viewport;
  const { group } = spot;
  const isFaded = roleOf(picture, spot) === 'faded';
  const [left, top] = [spot.x * zoom + viewport.x, spot.y * zoom + viewport.y];
  const height = CARD.height * zoom;
  const room = (CARD.width - 28) * zoom;
  const size = Math.min(14, Math.max(11, 20 * zoom));
  const start = left + 14 * zoom;
  const small = Math.min(12, size);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = `650 ${size}px ${FONT}`;
  context.fillStyle = palette.colour(isFaded ? 'faded' : 'text');
  const isTall = height >= 2.4 * small;
  const count = plural(group.hidden, 'component');
  context.fillText(
    startOf(isTall ? group.name : `${group.name} ${formatCount(group.hidden)}`, room, size),
    start,
    top + height * (isTall ? 0.34 : 0.52),
  );
  if (!isTall) return;
  context.font = `400 ${small}px ${FONT}`;
  context.fillStyle = palette.colour(isFaded ? 'faded' : 'muted');
  const words = zoom >= STATUS_FROM ? `${count} · ${group.status}` : count;
  context.fillText(startOf(words, room, small), start, top + height * 0.7);
}

function paintNames(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette } = picture;
  context.font = `600 11px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.colour('canvas');
  context.fillStyle = palette.colour(picture.emphasis && !picture.emphasis.rest ? 'faded' : 'text');
  for (const { text, x, y, width } of groupLabels(picture)) {
    context.strokeText(text, x + width / 2, y + LABEL_HEIGHT / 2);
    context.fillText(text, x + width / 2, y + LABEL_HEIGHT / 2);
  }
}
