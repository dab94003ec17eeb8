import { CARD } from '@karma/render';
import { dotSize } from './backdrop';
import { LABEL_HEIGHT, type Label, withoutOverlap } from './landmarks';
import { tracedOf } from './look';
import type { Picture } from './paint';
import { frameLabels } from './paint-frames';
import { groupLabels } from './paint-groups';
import { paintDistance } from './paint-traces';
import { colourOf } from './roles';
import type { Spot } from './scene';
import { isSpotInSight } from './sight';
import { CHARACTER, FONT } from './text';

const MOST_LANDMARKS = 24;
/** Pixels around a name that others leave free: a few names are read, many are noise. */
const AIR = 28;

/** Of cards from afar what lies over their dots: those that are traced, errors, and the names of the most important. */
export function paintMarksOfDots(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, emphasis, viewport, scene } = picture;
  const { x, y, zoom } = viewport;
  const { width, height } = dotSize(zoom);
  const traced = tracedOf(picture);
  for (const [role, spots] of traced.dots) {
    context.fillStyle = palette.colour(colourOf(role));
    for (const spot of spots)
      if (isSpotInSight(spot, picture)) context.fillRect(spot.x * zoom + x, spot.y * zoom + y, width, height);
  }
  const seen = (emphasis ? traced.spots : scene.spots).filter((spot) => isSpotInSight(spot, picture));
  if (emphasis?.distances) for (const spot of seen) paintDistance(context, picture, spot, true);
  paintErrors(context, picture, seen);
  const selves = traced.dots.get('self') ?? [];
  paintRings(context, picture, selves);
  paintLandmarks(context, picture, [...selves, ...seen]);
}

function paintErrors(
  context: CanvasRenderingContext2D,
  { palette, viewport: { x, y, zoom } }: Picture,
  spots: readonly Spot[],
): void {
  const { width } = dotSize(zoom);
  context.beginPath();
  for (const spot of spots) {
    if (spot.card.findings.error === 0) continue;
    const [right, top] = [spot.x * zoom + x + width, spot.y * zoom + y];
    context.moveTo(right + 3, top);
    context.arc(right, top, 3, 0, 2 * Math.PI);
  }
  context.fillStyle = palette.colour('bad');
  context.strokeStyle = palette.colour('canvas');
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}

/** Around what is selected, or what the keys have come to: from afar its colour alone would be overlooked. */
function paintRings(
  context: CanvasRenderingContext2D,
  { palette, viewport: { x, y, zoom } }: Picture,
  selves: readonly Spot[],
): void {
  const { width, height } = dotSize(zoom);
  context.strokeStyle = palette.colour('accent');
  context.lineWidth = 2;
  for (const spot of selves) {
    context.beginPath();
    context.roundRect(spot.x * zoom + x - 5, spot.y * zoom + y - 5, width + 10, height + 10, 6);
    context.stroke();
  }
}

function paintLandmarks(context: CanvasRenderingContext2D, picture: Picture, named: readonly Spot[]): void {
  const { palette, viewport } = picture;
  const { height } = dotSize(viewport.zoom);
  const size = 11;
  const taken = [...frameLabels(picture.scene.frames, viewport), ...groupLabels(picture)];
  function* labels(): Iterable<Label> {
    for (const { card, apart, x, y } of named) {
      const name = apart === undefined ? card.nickname : `${apart} · ${card.nickname}`;
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
  for (const { text, x, y, width } of withoutOverlap(labels(), taken, MOST_LANDMARKS, AIR)) {
    const [middle, wide] = [x + width / 2, context.measureText(text).width + 8];
    context.beginPath();
    context.roundRect(middle - wide / 2, y + 1, wide, LABEL_HEIGHT - 2, 4);
    context.fillStyle = palette.colour('canvas');
    context.globalAlpha = 0.85;
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = palette.colour('text');
    context.fillText(text, middle, y + LABEL_HEIGHT / 2);
  }
}
