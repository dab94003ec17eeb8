import { create } from 'zustand';

interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What the canvas can be told to do from elsewhere. Before it is mounted, nothing happens. */
interface CanvasCommands {
  readonly fit: () => void;
  /** Where a point of the screen is on the canvas. */
  readonly placeAt: (point: ScreenPoint) => ScreenPoint;
  /** Where a point of the canvas is on the screen. */
  readonly screenAt: (point: ScreenPoint) => ScreenPoint;
  /** What of the graph a point of the screen is on: an id, or `<from>~<to>`; `undefined` when it is on nothing. */
  readonly thingAt: (point: ScreenPoint) => string | undefined;
  /** What it shows, as `camera` of a link; `undefined` while it shows what a link without one would. */
  readonly camera: () => string | undefined;
}

const nothing = () => undefined;

export const useCanvasCommands = create<CanvasCommands>(() => ({
  fit: nothing,
  camera: nothing,
  placeAt: (point) => point,
  screenAt: (point) => point,
  thingAt: nothing,
}));
