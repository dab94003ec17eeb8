import { createArrowHaze } from './arrow-haze';
import { type Picture, paint } from './paint';

export interface CanvasPainter {
  /** What is drawn, or from where it is looked at, has changed. */
  readonly repaint: () => void;
  readonly stop: () => void;
}

/** Milliseconds of a frame for the haze of arrows: when other things are shown, while the view moves, and at rest. */
const BUDGET = { change: 20, move: 5, rest: 12 } as const;

/** What is shown first, and what is traced, comes first; its haze with the next frames. */
function hazeBudget(now: Picture, last: Picture | undefined): number {
  if (!last) return 0;
  if (now.scene !== last.scene) return BUDGET.change;
  if (now.emphasis !== last.emphasis) return 0;
  const { viewport } = last;
  const isMoved = (['x', 'y', 'zoom'] as const).some((each) => now.viewport[each] !== viewport[each]);
  return isMoved ? BUDGET.move : BUDGET.rest;
}

/** Draws on a canvas what `read` gives, once a frame at most. */
export function canvasPainter(canvas: HTMLCanvasElement, read: () => Picture): CanvasPainter {
  const context = canvas.getContext('2d');
  const haze = createArrowHaze();
  let last: Picture | undefined;
  let frame = 0;

  function draw() {
    frame = 0;
    const picture = read();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(picture.width * ratio), Math.round(picture.height * ratio)];
    if (!context || width === 0 || height === 0) return;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const budget = hazeBudget(picture, last);
    last = picture;
    const isDone = budget > 0 && haze.advance(picture, budget);
    paint(context, picture, haze);
    if (!isDone) repaint();
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
