import { useMemo } from 'react';
import { create } from 'zustand';
import { useGraph } from '../app/queries';
import { useView } from '../app/use-view';
import type { LaidOut } from './use-laid-out';
import { type Visible, visibleSlice } from './visible-slice';

/** What the canvas shows now; `null` while there is none. */
export const useOnScreen = create<{ laidOut: LaidOut | null }>(() => ({ laidOut: null }));

/** What of the slice is on the map; beside a table or a tree, what would be. `undefined` until the slice is read. */
export function useVisible(): Visible | undefined {
  const onScreen = useOnScreen(({ laidOut }) => laidOut?.visible);
  const graph = useGraph().data;
  const { group, open, shut } = useView();
  return useMemo(
    () => onScreen ?? (graph && visibleSlice(graph, { group, open, shut }, [], null)),
    [onScreen, graph, group, open, shut],
  );
}
