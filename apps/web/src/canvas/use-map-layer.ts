import { useEffect, useState } from 'react';
import type { GraphSlice } from '../api/types';
import { ALL_UP_TO } from './near-cards';
import type { Visible } from './visible-slice';

export type MapLayerType = typeof import('./MapLayer').MapLayer;

/**
 * The painted layer; `null` until it is loaded: for a large graph while that is being laid out, else with the first
 * open group. Not by `lazy`: React holds back for 300 ms what follows the fallback of a `Suspense`.
 */
export function useMapLayer(
  graph: GraphSlice | undefined,
  visible: Visible | undefined,
): MapLayerType | null {
  const [layer, setLayer] = useState<MapLayerType | null>(null);
  const isNeeded =
    (graph !== undefined && graph.components.length > ALL_UP_TO) ||
    visible?.groups.some(({ isOpen }) => isOpen) === true;
  useEffect(() => {
    if (isNeeded) void import('./MapLayer').then(({ MapLayer }) => setLayer(() => MapLayer));
  }, [isNeeded]);
  return layer;
}
