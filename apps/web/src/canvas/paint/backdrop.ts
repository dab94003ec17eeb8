import { CARD } from '@karma/render';
import { CHIPS_FROM } from '../near-cards';
import { type ArrowHaze, createArrowHaze, type HazeContext } from './arrow-haze';
import { plainOf } from './look';
import type { Picture } from './paint';
import { FADED, isRestFaded } from './roles';
import { isSame } from './same';
import { isSpotInSight, plainBatch } from './sight';

/**
 * What everything looks like that is not traced: the haze of all arrows and, from afar, all cards as dots. It fades as
 * a whole while something is traced. At rest it is kept as one image, so that to trace something is not to draw
 * everything again.
 */
export interface Backdrop extends ArrowHaze {
  /** Keeps the image of a picture that is at rest. */
  keep(picture: Picture): void;
}

export function createBackdrop(): Backdrop {
  const haze = createArrowHaze((picture, margin) => [plainBatch(picture, margin)]);
  const canvas = new OffscreenCanvas(1, 1);
  let kept: { readonly picture: Picture; readonly image: ImageBitmap } | undefined;
  const untraced = (picture: Picture): Picture => ({ ...picture, emphasis: null });

  return {
    advance: (picture, until) => haze.advance(untraced(picture), until),

    draw(context, picture) {
      context.globalAlpha = isRestFaded(picture.emphasis) ? FADED : 1;
      if (kept && isSameView(kept.picture, picture))
        context.drawImage(kept.image, 0, 0, picture.width, picture.height);
      else {
        haze.draw(context, untraced(picture));
        paintDots(context, picture);
      }
      context.globalAlpha = 1;
    },

    keep(picture) {
      if (kept && isSameView(kept.picture, picture)) return;
      const ratio = window.devicePixelRatio;
      canvas.width = Math.round(picture.width * ratio);
      canvas.height = Math.round(picture.height * ratio);
      const context = canvas.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      haze.draw(context, untraced(picture));
      paintDots(context, picture);
      kept?.image.close();
      kept = { picture, image: canvas.transferToImageBitmap() };
    },
  };
}

const isSameView = (a: Picture, b: Picture) =>
  isSame(a, b, ['scene', 'quiet', 'palette', 'viewport', 'width', 'height']);

function paintDots(context: HazeContext, picture: Picture): void {
  const { palette, viewport } = picture;
  const { x, y, zoom } = viewport;
  if (zoom >= CHIPS_FROM) return;
  const { width, height } = dotSize(zoom);
  for (const [type, spots] of plainOf(picture).dots) {
    context.fillStyle = palette.hue(type);
    for (const spot of spots)
      if (isSpotInSight(spot, picture)) context.fillRect(spot.x * zoom + x, spot.y * zoom + y, width, height);
  }
}

/** Pixels of a card from afar. */
export const dotSize = (zoom: number) => ({
  width: Math.max(3, CARD.width * zoom),
  height: Math.max(3, CARD.height * zoom),
});
