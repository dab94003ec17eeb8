import type { Emphasis } from '../emphasis';
import type { MarksWithin } from '../patch/marks-within';
import type { Patch } from '../patch/patch';
import type { Quiet } from '../quiet';
import type { ArrowHaze } from './arrow-haze';
import type { Backdrop } from './backdrop';
import { paintArrows } from './paint-arrows';
import { paintBundles } from './paint-bundles';
import { paintCards } from './paint-cards';
import { paintFrameNames, paintGrounds } from './paint-frames';
import { paintGroups } from './paint-groups';
import { paintMarkedArrows, paintMarks } from './paint-marks';
import type { Palette } from './palette';
import type { Scene } from './scene';

/** Where the graph stands on screen: `pixel = zoom * coordinate + x`. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Picture {
  readonly scene: Scene;
  readonly emphasis: Emphasis | null;
  readonly quiet: Quiet;
  /** What the last revision touched, for a moment. */
  readonly fresh: ReadonlySet<string>;
  /** What the open draft does, by component id and by `<from>~<to>`. */
  readonly marks: Patch['marks'];
  /** What it does to the members of shut groups. */
  readonly within: MarksWithin;
  readonly palette: Palette;
  readonly viewport: Viewport;
  /** Pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Whether cards are drawn here, not only arrows. */
  readonly hasCards: boolean;
}

interface Layers {
  readonly backdrop: Backdrop;
  /** Of what is traced, the arrows that are too many for strokes. */
  readonly traces: ArrowHaze;
}

/** Draws all that is in sight, in pixels of the page. */
export function paint(
  context: CanvasRenderingContext2D,
  picture: Picture,
  { backdrop, traces }: Layers,
): void {
  context.clearRect(0, 0, picture.width, picture.height);
  paintGrounds(context, picture);
  paintBundles(context, picture);
  backdrop.draw(context, picture);
  traces.draw(context, picture);
  paintArrows(context, picture);
  paintMarkedArrows(context, picture);
  if (picture.hasCards) {
    paintCards(context, picture);
    paintGroups(context, picture);
    paintMarks(context, picture);
  }
  paintFrameNames(context, picture);
}
