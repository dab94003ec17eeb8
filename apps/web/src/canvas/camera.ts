import type { ElementId } from '@karma/core';
import { CARD } from '@karma/render';
import type { Viewport } from '@xyflow/react';
import { parseElementId } from '../app/view';
import type { Places } from './neighbour';
import type { Rectangle } from './place-grid';

/** What the middle of the canvas shows: by what stands there, so that it holds where things are arranged otherwise. */
interface Camera {
  readonly zoom: number;
  /** The component or shut group nearest to the middle. */
  readonly element: ElementId;
  /** Pixels of the graph from its middle to that of the canvas. */
  readonly dx: number;
  readonly dy: number;
}

/** The part of the page that the canvas takes, pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** As far away as people can go: 20,000 components are on screen as a whole. */
export const MIN_ZOOM = 0.004;
/** As near as people can go. */
export const MAX_ZOOM = 2;

/** Pixels between what is in sight and the edge; fewer than a whole view leaves, or its first card would be moved. */
const MARGIN = 24;

/** What a viewport shows, as a link holds it: `<zoom>,<dx>,<dy>,<element>`; `undefined` where nothing stands. */
export function cameraOf(viewport: Viewport, { width, height }: Size, places: Places): string | undefined {
  const { zoom } = viewport;
  const x = (width / 2 - viewport.x) / zoom - CARD.width / 2;
  const y = (height / 2 - viewport.y) / zoom - CARD.height / 2;
  let camera: Camera | undefined;
  for (const [element, place] of places) {
    const [dx, dy] = [x - place.x, y - place.y];
    if (!camera || Math.hypot(dx, dy) < Math.hypot(camera.dx, camera.dy)) camera = { zoom, element, dx, dy };
  }
  return (
    camera &&
    `${Number(zoom.toPrecision(3))},${Math.round(camera.dx)},${Math.round(camera.dy)},${camera.element}`
  );
}

/** The viewport that shows the same; `undefined` when that makes no sense, or its element is not on the map. */
export function viewportOf(text: string, { width, height }: Size, places: Places): Viewport | undefined {
  const [, zoomText, dx, dy, id = ''] = /^(\d*\.?\d+),(-?\d+),(-?\d+),(.+)$/.exec(text) ?? [];
  const element = parseElementId(id);
  const place = element && places.get(element);
  const zoom = Number(zoomText);
  if (!place || !(zoom >= MIN_ZOOM && zoom <= MAX_ZOOM)) return undefined;
  return {
    x: width / 2 - (place.x + CARD.width / 2 + Number(dx)) * zoom,
    y: height / 2 - (place.y + CARD.height / 2 + Number(dy)) * zoom,
    zoom,
  };
}

/**
 * The viewport with a rectangle of the graph in its middle, when part of it is out of sight; from further away when it
 * does not fit. `undefined` when it is in sight.
 */
export function revealing(
  { left, top, right, bottom }: Rectangle,
  { x, y, zoom }: Viewport,
  { width, height }: Size,
): Viewport | undefined {
  const isSeen =
    left * zoom + x >= MARGIN &&
    top * zoom + y >= MARGIN &&
    right * zoom + x <= width - MARGIN &&
    bottom * zoom + y <= height - MARGIN;
  if (isSeen) return undefined;
  const fitting = Math.min(
    zoom,
    Math.max(1, width - 2 * MARGIN) / (right - left),
    Math.max(1, height - 2 * MARGIN) / (bottom - top),
  );
  return {
    x: width / 2 - ((left + right) / 2) * fitting,
    y: height / 2 - ((top + bottom) / 2) * fitting,
    zoom: fitting,
  };
}

/** Whether at least half of a rectangle is in sight, or half of what is in sight lies on it. */
export function isMostlySeen(
  { left, top, right, bottom }: Rectangle,
  { x, y, zoom }: Viewport,
  { width, height }: Size,
): boolean {
  const across = Math.min(width, right * zoom + x) - Math.max(0, left * zoom + x);
  const down = Math.min(height, bottom * zoom + y) - Math.max(0, top * zoom + y);
  const half = Math.min(width * height, (right - left) * (bottom - top) * zoom ** 2) / 2;
  return across > 0 && down > 0 && across * down >= half;
}
