import type { ElementId } from '@karma/core';
import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { useHovered } from './emphasis-store';
import { type PlaceGrid, placeGrid } from './place-grid';
import type { LaidOut } from './use-laid-out';

/** Up to here React draws all cards and arrows at every zoom; beyond, only the cards that are near and in sight. */
const ALL_UP_TO = 200;
/** From here on painted cards are chips with names of their own; further away, dots. */
export const CHIPS_FROM = 0.3;
/** The zoom from which on a large graph has cards that React draws. */
const NEAR = 0.95;
/** As many cards as are elements; where a large screen has more in sight, they are drawn until it is nearer. */
const MOST_NEAR = 80;
/** What is in sight is looked up by tiles of this size, so that not every move asks again. */
const TILE = 64;

export const isLarge = ({ places }: Pick<LaidOut, 'places'>) => places.size > ALL_UP_TO;
/** From this zoom on, the heads of frames are elements: below, they would be too small to press. */
export const hasFrameHeads = (zoom: number) => zoom >= 0.4;

/**
 * The cards of a large graph that React draws now, whether these are all in sight, and the index that finds cards by
 * place. Further away it is the one that the pointer rests on: it can be pressed and dragged like any other.
 */
export function useNearCards({ places }: Pick<LaidOut, 'places'>): {
  near: readonly ElementId[];
  hasAll: boolean;
  grid: PlaceGrid;
} {
  const grid = useMemo(() => placeGrid(places), [places]);
  const tiles = useStore(({ transform: [x, y, zoom], width, height }) =>
    zoom >= NEAR
      ? [-x / zoom, -y / zoom, (width - x) / zoom, (height - y) / zoom]
          .map((side, index) => (index < 2 ? Math.floor(side / TILE) : Math.ceil(side / TILE)))
          .join(' ')
      : '',
  );
  const near = useMemo(() => {
    if (tiles === '') return [];
    const [left = 0, top = 0, right = 0, bottom = 0] = tiles.split(' ').map((tile) => Number(tile) * TILE);
    const found = grid.within({ left, top, right, bottom });
    return found.length <= MOST_NEAR ? found : [];
  }, [grid, tiles]);
  const isLegible = useStore(({ transform }) => transform[2] >= CHIPS_FROM);
  const held = useHovered(({ id }) => (isLegible ? id : null));
  const hasAll = near.length > 0;
  const drawn = useMemo(() => (hasAll || !held ? near : [held]), [hasAll, near, held]);
  return { near: drawn, hasAll, grid };
}
