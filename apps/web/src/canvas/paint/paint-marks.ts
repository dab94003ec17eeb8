import type { Position } from '@karma/layout';
import { middleOf } from '@karma/render';
import type { Mark } from '../patch/patch';
import { curveOnPage } from './curve';
import type { Picture } from './paint';
import type { Line, Scene, Spot } from './scene';
import { isSpotInSight } from './sight';

const COLOURS: Readonly<Record<Mark, string>> = { added: 'good', changed: 'info', removed: 'bad' };
/** Half the size of a mark in pixels, at every zoom. */
const RADIUS = 7;
/** Half the size of the sign in it. */
const SIGN = 3;
/** From the middle of a mark to that of the next. */
const BESIDE = 2 * RADIUS + 4;

type Marked<T> = readonly (readonly [T, Mark])[];

interface MarkedScene {
  readonly marks: Picture['marks'];
  readonly spots: Marked<Spot>;
  readonly lines: Marked<Line>;
}

/** Few of many are marked: they are looked for once, not for each frame. */
const known = new WeakMap<Scene, MarkedScene>();

function markedIn({ scene, marks }: Picture): MarkedScene {
  const last = known.get(scene);
  if (last?.marks === marks) return last;
  const pick = <T>(all: readonly T[], idOf: (each: T) => string): Marked<T> =>
    all.flatMap((each) => {
      const mark = marks.get(idOf(each));
      return mark ? [[each, mark] as const] : [];
    });
  const found = {
    marks,
    spots: pick(scene.spots, ({ card }) => card.id),
    lines: pick(scene.lines, ({ id }) => id),
  };
  known.set(scene, found);
  return found;
}

/** Arrows that the open draft adds, changes or takes away, each with its sign in the middle. */
export function paintMarkedArrows(context: CanvasRenderingContext2D, picture: Picture): void {
  if (picture.marks.size === 0) return;
  const { palette, viewport } = picture;
  for (const [line, mark] of markedIn(picture).lines) {
    const curve = curveOnPage(line, viewport);
    const { x1, y1, cx1, cy1, cx2, cy2, x2, y2 } = curve;
    context.strokeStyle = palette.colour(COLOURS[mark]);
    context.lineWidth = 1.5;
    context.setLineDash(mark === 'removed' ? [2, 5] : []);
    context.beginPath();
    context.moveTo(x1, y1);
    context.bezierCurveTo(cx1, cy1, cx2, cy2, x2, y2);
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 2.5;
    const { x, y } = middleOf(curve);
    paintSign(context, mark, x, y);
  }
}

/** What the open draft does to cards, and to members of shut groups by kind, over them. */
export function paintMarks(context: CanvasRenderingContext2D, picture: Picture): void {
  if (picture.marks.size === 0) return;
  const { scene, within } = picture;
  for (const [spot, mark] of markedIn(picture).spots) paintMarksOf(context, picture, spot, [mark]);
  for (const spot of scene.groups)
    paintMarksOf(context, picture, spot, [...(within.get(spot.group.id)?.keys() ?? [])]);
}

function paintMarksOf(
  context: CanvasRenderingContext2D,
  picture: Picture,
  spot: Position,
  marks: readonly Mark[],
): void {
  if (!isSpotInSight(spot, picture)) return;
  const { palette, viewport } = picture;
  const [x, y] = [(spot.x + 2 * RADIUS) * viewport.zoom + viewport.x, spot.y * viewport.zoom + viewport.y];
  for (const [place, mark] of marks.entries()) paintMark(context, palette, mark, x + place * BESIDE, y);
}

/** A circle adds, a square changes, a diamond takes away. */
function paintMark(
  context: CanvasRenderingContext2D,
  palette: Picture['palette'],
  mark: Mark,
  x: number,
  y: number,
): void {
  context.beginPath();
  if (mark === 'added') context.arc(x, y, RADIUS, 0, 2 * Math.PI);
  else if (mark === 'changed') context.roundRect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, 3);
  else addDiamond(context, x, y, RADIUS + 1.5);
  context.fillStyle = palette.colour(COLOURS[mark]);
  context.strokeStyle = palette.colour('canvas');
  context.lineWidth = 2;
  context.stroke();
  context.fill();
  context.strokeStyle = palette.colour('card');
  paintSign(context, mark, x, y);
}

function addDiamond(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
}

/** A plus, a stroke of a pencil, a cross. */
function paintSign(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number): void {
  context.beginPath();
  if (mark === 'added') {
    context.moveTo(x - SIGN, y);
    context.lineTo(x + SIGN, y);
    context.moveTo(x, y - SIGN);
    context.lineTo(x, y + SIGN);
  } else {
    context.moveTo(x - SIGN, y + SIGN);
    context.lineTo(x + SIGN, y - SIGN);
  }
  if (mark === 'removed') {
    context.moveTo(x - SIGN, y - SIGN);
    context.lineTo(x + SIGN, y + SIGN);
  }
  context.stroke();
}
