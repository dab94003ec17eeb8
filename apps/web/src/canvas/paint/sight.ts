import type { Position } from '@karma/layout';
import { CARD } from '@karma/render';
import { plainOf, tracedOf } from './look';
import type { Picture } from './paint';
import { type Drawn, isRestFaded } from './roles';
import type { Line } from './scene';

type Sight = Pick<Picture, 'viewport' | 'width' | 'height'>;

/** Whether some of a card is within the page. */
export function isSpotInSight(spot: Position, { viewport: { x, y, zoom }, width, height }: Sight): boolean {
  const left = spot.x * zoom + x;
  const top = spot.y * zoom + y;
  return left <= width && top <= height && left + CARD.width * zoom >= 0 && top + CARD.height * zoom >= 0;
}

/** Arrows that are drawn alike. */
export interface Batch {
  readonly role: Drawn;
  readonly lines: readonly Line[];
}

/** Everything that may cross the page, or `margin` pixels around it, traced or not. */
export const plainBatch = (picture: Picture, margin: number): Batch => ({
  role: plainRole(picture),
  lines: plainOf(picture).lines.filter((line) => mayCross(line, picture, margin)),
});

/** What leads from or to a card of which some is within the page, traced or not. */
export const nearBatch = (picture: Picture): Batch => ({
  role: plainRole(picture),
  lines: plainOf(picture).lines.filter(
    ({ from, to }) => isSpotInSight(from, picture) || isSpotInSight(to, picture),
  ),
});

const plainRole = ({ emphasis }: Picture): Drawn => (isRestFaded(emphasis) ? 'faded' : 'plain');

/** Of what is traced, the same by role. */
export const tracedBatches = (picture: Picture, margin: number): Batch[] =>
  [...tracedOf(picture).lines].map(([role, lines]) => ({
    role,
    lines: lines.filter((line) => mayCross(line, picture, margin)),
  }));

/** Whether an arrow may cross the page, or `margin` pixels around it. */
export function mayCross(
  { from, to }: Line,
  { viewport: { x, y, zoom }, width, height }: Sight,
  margin: number,
) {
  return (
    (Math.max(from.x, to.x) + CARD.width) * zoom + x >= -margin &&
    (Math.max(from.y, to.y) + CARD.height) * zoom + y >= -margin &&
    Math.min(from.x, to.x) * zoom + x <= width + margin &&
    Math.min(from.y, to.y) * zoom + y <= height + margin
  );
}
