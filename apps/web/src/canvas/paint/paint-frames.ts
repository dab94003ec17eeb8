import type { Frame } from '../groups';
import type { Label } from './landmarks';
import type { Picture } from './paint';

const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Pixels of a frame's name. */
const NAME = { least: 13, most: 28 } as const;

/** The ground on which a group stands. */
export function paintGrounds(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette } = picture;
  context.fillStyle = palette.colour('surface');
  context.strokeStyle = palette.colour('line-strong');
  context.lineWidth = 1;
  for (const frame of picture.scene.frames) {
    const { left, top, width, height } = onScreen(frame, picture);
    context.beginPath();
    context.roundRect(left, top, width, height, Math.min(12, 24 * picture.viewport.zoom + 3));
    context.fill();
    context.stroke();
  }
}

/** The room that the names of frames take, as labels that nothing may cover. */
export function frameLabels(picture: Picture): Label[] {
  return picture.scene.frames.map((frame) => {
    const { x, y, size } = nameOnScreen(frame, picture);
    return { text: frame.name, x, y, width: (frame.name.length + 7) * size * 0.6 };
  });
}

/** Name and number of components of each group, above its upper left corner from afar, within its frame when near. */
export function paintFrameNames(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette } = picture;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = palette.colour('canvas');
  for (const frame of picture.scene.frames) {
    const { x, y, size } = nameOnScreen(frame, picture);
    const count = ` ${frame.count.toLocaleString()}`;
    context.font = `700 ${size}px ${FONT}`;
    context.strokeText(frame.name + count, x, y);
    context.fillStyle = palette.colour('text');
    context.fillText(frame.name, x, y);
    context.fillStyle = palette.colour('muted');
    context.fillText(count, x + context.measureText(frame.name).width, y);
  }
}

function nameOnScreen(frame: Frame, picture: Picture) {
  const { zoom } = picture.viewport;
  const { left, top } = onScreen(frame, picture);
  const size = Math.min(NAME.most, Math.max(NAME.least, 24 * zoom));
  return { size, x: left + 12 * zoom, y: zoom < 0.4 ? top - size - 4 : top + 10 * zoom };
}

function onScreen({ left, top, right, bottom }: Frame, { viewport: { x, y, zoom } }: Picture) {
  return {
    left: left * zoom + x,
    top: top * zoom + y,
    width: (right - left) * zoom,
    height: (bottom - top) * zoom,
  };
}
