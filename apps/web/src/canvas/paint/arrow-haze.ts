import { eachPiece } from './curve';
import { createHaze } from './haze';
import type { Picture } from './paint';
import { haveStrokes } from './paint-arrows';
import { colourOf, type Drawn } from './roles';
import { type Batch, batchesOf } from './sight';

/** All arrows as one haze, made piece by piece beside the frames, so that no number of arrows holds a frame up. */
export interface ArrowHaze {
  /** Goes on for about `budget` milliseconds. Says whether the haze now shows the picture. */
  advance(picture: Picture, budget: number): boolean;
  /** Draws what was finished last where it belongs now. */
  draw(context: CanvasRenderingContext2D, picture: Picture): void;
}

/** Pixels beyond the page that are drawn, too, so that they are there when the view moves. */
const MARGIN = 128;
/** More arrows than this are drawn on pixels of twice the size. */
const MOST_SHARP = 3000;
/** Of the opacity that an arrow has while nothing is traced. */
const FADED = 0.25;
/** Arrows between two looks at the clock. */
const STRETCH = 256;

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

export function createArrowHaze(): ArrowHaze {
  const haze = createHaze();
  const canvas = document.createElement('canvas');
  let shown: Job | undefined;
  let job: Job | undefined;

  function start(picture: Picture): Job {
    const batches = batchesOf(picture, MARGIN).filter((batch) => !haveStrokes(batch));
    const count = batches.reduce((sum, { lines }) => sum + lines.length, 0);
    const grain = count > MOST_SHARP ? 2 : 1;
    const width = Math.ceil((picture.width + 2 * MARGIN) / grain);
    const height = Math.ceil((picture.height + 2 * MARGIN) / grain);
    haze.begin(width, height);
    return { picture, grain, width, height, batches, batch: 0, line: 0 };
  }

  function work(now: Job, until: number): boolean {
    const { x, y, zoom } = now.picture.viewport;
    const { grain } = now;
    const viewport = { x: (x + MARGIN) / grain, y: (y + MARGIN) / grain, zoom: zoom / grain };
    for (const { role, lines } of now.batches.slice(now.batch)) {
      for (; now.line < lines.length; now.line += STRETCH) {
        if (performance.now() > until) return false;
        for (const line of lines.slice(now.line, now.line + STRETCH)) eachPiece(line, viewport, haze.line);
      }
      haze.tint(now.picture.palette.colour(colourOf(role)), opacity(role, lines.length));
      now.batch++;
      now.line = 0;
    }
    Object.assign(canvas, { width: now.width, height: now.height });
    canvas.getContext('2d')?.putImageData(new ImageData(haze.bytes, now.width), 0, 0);
    return true;
  }

  return {
    advance(picture, budget) {
      const until = performance.now() + budget;
      if (job && !isSameLook(job.picture, picture)) job = undefined;
      while (job || !shown || !isSameLook(shown.picture, picture) || !covers(shown.picture, picture)) {
        job ??= start(picture);
        if (!work(job, until)) return false;
        [shown, job] = [job, undefined];
      }
      return true;
    },

    draw(context, { viewport, emphasis }) {
      if (!shown) return;
      const { picture, grain, width, height } = shown;
      const scale = viewport.zoom / picture.viewport.zoom;
      // Until what is traced has a haze of its own, all of it fades.
      context.globalAlpha = emphasis && !shown.picture.emphasis ? FADED : 1;
      context.drawImage(
        canvas,
        viewport.x - (picture.viewport.x + MARGIN) * scale,
        viewport.y - (picture.viewport.y + MARGIN) * scale,
        width * grain * scale,
        height * grain * scale,
      );
      context.globalAlpha = 1;
    },
  };
}

const isSameLook = (a: Picture, b: Picture) =>
  a.scene === b.scene &&
  a.emphasis === b.emphasis &&
  a.quiet === b.quiet &&
  a.palette === b.palette &&
  a.width === b.width &&
  a.height === b.height;

/** Whether a view from another place lies within what was drawn with its margin, at the same zoom. */
const covers = (drawn: Picture, now: Picture) =>
  drawn.viewport.zoom === now.viewport.zoom &&
  Math.abs(drawn.viewport.x - now.viewport.x) < MARGIN &&
  Math.abs(drawn.viewport.y - now.viewport.y) < MARGIN;

/** The more arrows there are, the fainter each: what they make together stays legible. */
function opacity(role: Drawn, count: number): number {
  const own = Math.min(0.7, Math.max(0.04, 700 / count));
  return role === 'faded' ? own * FADED : own;
}
