import { createArrowHaze } from './arrow-haze';
import { type Picture, paint } from './paint';

export interface CanvasPainter {
  /** What is drawn, or from where it is looked at, has changed. */
  readonly repaint: () => void;
  readonly stop: () => void;
}

/** Milliseconds of a frame for the haze of arrows: while the view moves, and when something else is shown. */
const BUDGET = { move: 5, change: 20 } as const;

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
    const isMove = picture.scene === last?.scene && picture.emphasis === last.emphasis;
    last = picture;
    const isDone = haze.advance(picture, isMove ? BUDGET.move : BUDGET.change);
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
