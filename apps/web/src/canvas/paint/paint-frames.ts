import type { GroupId } from '@karma/core';
import { formatCount } from '../../ui/format';
import type { Frame } from '../frames';
import { hasFrameHeads } from '../near-cards';
import { LABEL_HEIGHT, type Label, withoutOverlap } from './landmarks';
import type { Picture, Viewport } from './paint';
import { CHARACTER, endsOfName, FONT } from './text';

/** Pixels of a frame's name. */
const NAME = { outer: 13, inner: 11 } as const;

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

/** Name and size of each open group above the upper left corner of its frame; near, the frame has a head. */
export function paintFrameNames(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, viewport } = picture;
  if (hasFrameHeads(viewport.zoom)) return;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = palette.colour('canvas');
  for (const { text, x, y, size, count } of frameLabels(picture.scene.frames, picture.viewport)) {
    context.font = `700 ${size}px ${FONT}`;
    context.strokeText(text + count, x, y);
    context.fillStyle = palette.colour('text');
    context.fillText(text, x, y);
    context.fillStyle = palette.colour('muted');
    context.fillText(count, x + context.measureText(text).width, y);
  }
}

/** The open group whose painted name is at a point on screen. */
export function frameAt(
  frames: readonly Frame[],
  viewport: Viewport,
  point: { readonly x: number; readonly y: number },
): GroupId | undefined {
  if (hasFrameHeads(viewport.zoom)) return undefined;
  return frameLabels(frames, viewport).find(
    ({ x, y, width }) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + LABEL_HEIGHT,
  )?.id;
}

interface FrameLabel extends Label {
  readonly id: GroupId;
  /** Pixels. */
  readonly size: number;
  readonly count: string;
}

/** Characters of a shortened name, at least. */
const LEAST = 5;
/** Mean width of a character, of its font size: names of frames are bold. */
const WIDE = 0.6;
/** Pixels from a shortened name to what stands at its right. */
const AIR = 8;

/**
 * The names of frames that there is room for, outer ones first; nothing may cover them. A name runs past its frame, as
 * far as to the next one.
 */
export function frameLabels(frames: readonly Frame[], viewport: Viewport): FrameLabel[] {
  const last = known.get(frames);
  if (last?.viewport === viewport) return last.labels;
  const places = frames.map((frame) => ({ group: frame.group, ...onScreen(frame, { viewport }) }));
  const labels = places.map((place): FrameLabel => {
    const { id, name, path, members } = place.group;
    const size = path.length === 1 ? NAME.outer : NAME.inner;
    const count = ` ${formatCount(members.length)}`;
    const room = roomFor(place, places) / (size * WIDE) - count.length;
    const text = room < LEAST ? name : endsOfName(name, room * size * CHARACTER, size);
    const width = (text.length + count.length) * size * WIDE;
    return { id, text, count, size, width, x: place.left + 2, y: place.top - size - 4 };
  });
  const kept = withoutOverlap(labels, [], Number.POSITIVE_INFINITY);
  known.set(frames, { viewport, labels: kept });
  return kept;
}

/** Those of the last picture: all that writes on the map keeps clear of them. */
const known = new WeakMap<readonly Frame[], { readonly viewport: Viewport; readonly labels: FrameLabel[] }>();

type Place = ReturnType<typeof onScreen>;

/** Pixels from the left of a frame to the next one at its right that stands, with its name, beside its name. */
function roomFor({ left, top }: Place, places: readonly Place[]): number {
  const besides = places.filter(
    (other) =>
      other.left > left && other.top - LABEL_HEIGHT < top && other.top + other.height > top - LABEL_HEIGHT,
  );
  return Math.min(...besides.map((other) => other.left - left - AIR));
}

function onScreen(
  { left, top, right, bottom }: Frame,
  { viewport: { x, y, zoom } }: Pick<Picture, 'viewport'>,
) {
  return {
    left: left * zoom + x,
    top: top * zoom + y,
    width: (right - left) * zoom,
    height: (bottom - top) * zoom,
  };
}
