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

/** Whether an arrow leads from or to a card of which some is within the page. */
export const touchesSight = ({ from, to }: Line, sight: Sight) =>
  isSpotInSight(from, sight) || isSpotInSight(to, sight);

/** Arrows that are drawn alike. */
export interface Batch {
  readonly role: Drawn;
  readonly lines: readonly Line[];
}

/** Everything that may cross the page, or `margin` pixels around it, traced or not. */
export function plainBatch(picture: Picture, margin: number): Batch {
  const lines = plainOf(picture).lines.filter((line) => mayCross(line, picture, margin));
  return { role: isRestFaded(picture.emphasis) ? 'faded' : 'plain', lines };
}

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
