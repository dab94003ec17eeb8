import type { Status } from '@karma/core';
import type { Category } from '../type-category';
import type { Colour } from './palette';

/** Paths on a 24 × 24 grid, drawn as lines. */
export const CATEGORY_GLYPHS: Readonly<Record<Category, string>> = {
  network: 'M9.5 3h5v5h-5zM3 16h5v5h-5zM16 16h5v5h-5zM12 8v4M5.5 16v-4h13v4',
  dns: 'M12 3v3M12 12v2M12 20v1M5 6h11l3 3-3 3H5zM19 14H8l-3 3 3 3h11z',
  data: 'M5 6c0-4 14-4 14 0s-14 4-14 0v12c0 4 14 4 14 0V6M5 12c0 4 14 4 14 0',
  storage: 'M4 6c0-3.5 16-3.5 16 0s-16 3.5-16 0l2.5 13c.5 2.7 10.5 2.7 11 0L20 6',
  function: 'M7 4c6 0 5 16 11 16M6 20l6-10',
  compute: 'M6 6h12v12H6zM10 10h4v4h-4zM9 6V3M15 6V3M9 21v-3M15 21v-3M6 9H3M6 15H3M21 9h-3M21 15h-3',
  web: 'M3 5h18v14H3zM3 9.5h18M6 7.3h.01M8.5 7.3h.01',
  api: 'M9 4c-3 0-3 1-3 4s0 4-3 4c3 0 3 1 3 4s0 4 3 4M15 4c3 0 3 1 3 4s0 4 3 4c-3 0-3 1-3 4s0 4-3 4',
  messaging: 'M3 6h18v12H3zM3 7l9 7 9-7',
  security: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM9 12l2 2 4-4',
  operations: 'M3 12h4l3-8 4 16 3-8h4',
  external: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  other: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
};

/** The mark of a status, of a shape of its own, so that colour is never alone. */
export interface StatusGlyph {
  readonly path: string;
  readonly colour: Colour;
  /** A path to fill, below the lines. */
  readonly filled?: string;
  /** Of the lines, where it is not that of the status. */
  readonly lineColour?: Colour;
  readonly dashes?: string;
}

const CIRCLE = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0';

export const STATUS_GLYPHS: Readonly<Record<Status, StatusGlyph>> = {
  deployed: {
    path: 'M7.5 12.5l3 3 6-6.5',
    filled: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
    colour: 'good',
    lineColour: 'card',
  },
  published: { path: CIRCLE, filled: 'M12 3a9 9 0 0 1 0 18z', colour: 'info' },
  declared: { path: CIRCLE, colour: 'muted', dashes: '3.6 3.47' },
  'runtime-only': { path: 'M13 3L5 13h6l-1 8 8-10h-6z', colour: 'muted' },
  orphaned: { path: `${CIRCLE}M5.6 5.6l12.8 12.8`, colour: 'warn' },
  missing: { path: 'M7 8c0-6 10-6 10 0 0 4-5 3.5-5 7.5M12 20.5v.01', colour: 'bad' },
  external: { path: CATEGORY_GLYPHS.external, colour: 'muted' },
};
