import { createArrowHaze } from './arrow-haze';
import { createBackdrop } from './backdrop';
import { type Picture, paint } from './paint';
import { areHazy } from './paint-arrows';
import { isSame } from './same';
import { tracedBatches } from './sight';

export interface CanvasPainter {
  /** What is drawn, or from where it is looked at, has changed. */
  readonly repaint: () => void;
  readonly stop: () => void;
}

/** Milliseconds of a frame for hazes of arrows: when other things are shown, where React draws cards, and otherwise. */
const BUDGET = { change: 20, near: 2, usual: 5 } as const;

/** What is shown first, and what is traced, comes first; its haze with the next frames. */
function hazeBudget(now: Picture, last: Picture | undefined): number {
  if (!last) return 0;
  if (now.scene !== last.scene) return BUDGET.change;
  if (now.emphasis !== last.emphasis) return 0;
  return now.hasCards ? BUDGET.usual : BUDGET.near;
}

const ALL = [
  ...['scene', 'emphasis', 'quiet', 'fresh', 'palette', 'viewport', 'width', 'height', 'hasCards'],
] as const satisfies (keyof Picture)[];

/** Draws on a canvas what `read` gives, once a frame at most. */
export function canvasPainter(canvas: HTMLCanvasElement, read: () => Picture): CanvasPainter {
  const context = canvas.getContext('2d');
  const backdrop = createBackdrop();
  const traces = createArrowHaze((picture, margin) => tracedBatches(picture, margin).filter(areHazy));
  let last: Picture | undefined;
  let frame = 0;

  function draw() {
    frame = 0;
    const picture = read();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(picture.width * ratio), Math.round(picture.height * ratio)];
    if (!context || width === 0 || height === 0) return;
    const budget = hazeBudget(picture, last);
    const until = performance.now() + budget;
    const isDone = budget > 0 && backdrop.advance(picture, until) && traces.advance(picture, until);
    const isAtRest = last !== undefined && isSame(picture, last, ALL);
    last = picture;
    if (!isDone || !isAtRest) repaint();
    // Nothing to see before a haze is done.
    if (isAtRest && !isDone) return;
    if (isAtRest) backdrop.keep(picture);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, picture, { backdrop, traces });
    canvas.dataset.drawn = 'true';
  }

  function repaint() {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  return {
    repaint,
    stop: () => cancelAnimationFrame(frame),
  };
}
