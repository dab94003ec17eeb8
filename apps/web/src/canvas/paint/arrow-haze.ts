import { eachPiece } from './curve';
import { createHaze } from './haze';
import type { Picture } from './paint';
import { colourOf } from './roles';
import { isSame } from './same';
import type { Batch } from './sight';

/** Arrows as one haze, made piece by piece beside the frames, so that no number of arrows holds a frame up. */
export interface ArrowHaze {
  /** Goes on until about that time of the page. Says whether the haze now shows the picture. */
  advance(picture: Picture, until: number): boolean;
  /** Draws what was finished last where it belongs now; nothing that has moved, or is not traced any more. */
  draw(context: HazeContext, picture: Picture): void;
}

export type HazeContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Pixels beyond the page that are drawn, too, so that they are there when the view moves. */
const MARGIN = 128;
/** More arrows than this are drawn on pixels of twice the size. */
const MOST_SHARP = 3000;
/** Arrows between two looks at the clock. */
const STRETCH = 256;
/** Milliseconds that a tint may take; it cannot be parted, and has a frame of its own where time is short. */
const TINT = 8;

interface Job {
  readonly picture: Picture;
  /** Pixels of the page in one of the haze. */
  readonly grain: number;
  readonly width: number;
  readonly height: number;
  readonly batches: readonly Batch[];
  batch: number;
  line: number;
}

/** @param batchesOf the arrows of a picture that are in the haze, with a margin of pixels around the page. */
export function createArrowHaze(batchesOf: (picture: Picture, margin: number) => Batch[]): ArrowHaze {
  const haze = createHaze();
  const canvas = document.createElement('canvas');
  let shown: Job | undefined;
  let job: Job | undefined;

  function start(picture: Picture): Job {
    const batches = batchesOf(picture, MARGIN);
    const count = batches.reduce((sum, { lines }) => sum + lines.length, 0);
    const grain = count > MOST_SHARP ? 2 : 1;
    const width = Math.ceil((picture.width + 2 * MARGIN) / grain);
    const height = Math.ceil((picture.height + 2 * MARGIN) / grain);
    if (batches.length > 0) haze.begin(width, height);
    return { picture, grain, width, height, batches, batch: 0, line: 0 };
  }

  function work(now: Job, until: number): boolean {
    if (now.batches.length === 0) return true;
    const { x, y, zoom } = now.picture.viewport;
    const { grain } = now;
    const viewport = { x: (x + MARGIN) / grain, y: (y + MARGIN) / grain, zoom: zoom / grain };
    for (const { role, lines } of now.batches.slice(now.batch)) {
      const start = now.line;
      for (; now.line < lines.length; now.line += STRETCH) {
        if (performance.now() > until) return false;
        for (const line of lines.slice(now.line, now.line + STRETCH)) eachPiece(line, viewport, haze.line);
      }
      if (now.line > start && performance.now() + TINT > until) return false;
      haze.tint(now.picture.palette.colour(colourOf(role)), opacity(lines.length));
      now.batch++;
      now.line = 0;
    }
    Object.assign(canvas, { width: now.width, height: now.height });
    canvas.getContext('2d')?.putImageData(new ImageData(haze.bytes, now.width), 0, 0);
    return true;
  }

  return {
    advance(picture, until) {
      if (job && !isSameLook(job.picture, picture)) job = undefined;
      while (job || !shown || !isSameLook(shown.picture, picture) || !covers(shown.picture, picture)) {
        job ??= start(picture);
        if (!work(job, until)) return false;
        [shown, job] = [job, undefined];
      }
      return true;
    },

    draw(context, now) {
      if (!shown || shown.batches.length === 0 || !isSame(shown.picture, now, ['scene', 'emphasis'])) return;
      const { picture, grain, width, height } = shown;
      const { viewport } = now;
      const scale = viewport.zoom / picture.viewport.zoom;
      context.drawImage(
        canvas,
        viewport.x - (picture.viewport.x + MARGIN) * scale,
        viewport.y - (picture.viewport.y + MARGIN) * scale,
        width * grain * scale,
        height * grain * scale,
      );
    },
  };
}

const isSameLook = (a: Picture, b: Picture) =>
  isSame(a, b, ['scene', 'emphasis', 'quiet', 'palette', 'width', 'height']);

/** Whether a view from another place lies within what was drawn with its margin, at the same zoom. */
const covers = (drawn: Picture, now: Picture) =>
  drawn.viewport.zoom === now.viewport.zoom &&
  Math.abs(drawn.viewport.x - now.viewport.x) < MARGIN &&
  Math.abs(drawn.viewport.y - now.viewport.y) < MARGIN;

/** The more arrows there are, the fainter each: what they make together stays legible. */
const opacity = (count: number) => Math.min(0.7, Math.max(0.04, 700 / count));
