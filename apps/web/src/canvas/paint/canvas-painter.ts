import { type Picture, paint } from './paint';

export interface CanvasPainter {
  /** What is drawn has changed. */
  readonly repaint: () => void;
  /** Only the viewport has moved. */
  readonly follow: () => void;
  readonly stop: () => void;
}

/** A picture that takes longer than a frame is not drawn anew for every frame, milliseconds. */
const ONE_FRAME = 20;
/** Frames between two such pictures, as a multiple of what one takes. */
const BREATH = 10;
/** Milliseconds without a move, after which the picture is drawn sharp. */
const REST = 90;

/**
 * Keeps a canvas in step with the viewport. Pictures that are quickly drawn are drawn at every frame; of others, the
 * last one is moved and stretched, and drawn anew from time to time and at rest.
 */
export function canvasPainter(canvas: HTMLCanvasElement, read: () => Picture): CanvasPainter {
  const context = canvas.getContext('2d');
  let frame = 0;
  let rest = 0;
  let drawn = read().viewport;
  let drawnAt = 0;
  let cost = 0;
  let isStale = true;

  function draw() {
    const picture = read();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(picture.width * ratio), Math.round(picture.height * ratio)];
    if (!context || width === 0 || height === 0) return;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    drawnAt = performance.now();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, picture);
    canvas.style.transform = '';
    canvas.dataset.drawn = 'true';
    drawn = picture.viewport;
    isStale = false;
    // The browser rasters after this function: only the next frame knows what it took.
    requestAnimationFrame(() => {
      cost = performance.now() - drawnAt;
    });
  }

  function stretch() {
    const { x, y, zoom } = read().viewport;
    const scale = zoom / drawn.zoom;
    canvas.style.transform = `translate(${x - drawn.x * scale}px, ${y - drawn.y * scale}px) scale(${scale})`;
    clearTimeout(rest);
    rest = window.setTimeout(repaint, REST);
  }

  function next() {
    frame = 0;
    const isDue = performance.now() - drawnAt > BREATH * cost;
    if (isStale || cost <= ONE_FRAME || isDue) draw();
    else stretch();
  }

  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(next);
  };
  function repaint() {
    isStale = true;
    schedule();
  }
  return {
    repaint,
    follow: schedule,
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}
