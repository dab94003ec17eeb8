import { useEffect, useMemo } from 'react';
import type { GraphSlice } from '../api/types';
import { useView } from '../app/use-view';
import { useEmphasis } from './emphasis-store';
import { NOTHING_QUIET, quietOf } from './quiet';
import { quietOnMap } from './quiet-on-map';
import type { Visible } from './visible-slice';

/** Tells cards and arrows what is noise in the slice that is on screen. */
export function useQuiet(graph: GraphSlice | undefined, visible: Visible | undefined) {
  const { hubs, implied, focus, to } = useView();
  const asked = hubs?.join(' ');
  const quiet = useMemo(
    () => (graph ? quietOf(graph, { hubs: asked?.split(' '), implied, focus, to }) : NOTHING_QUIET),
    [graph, asked, implied, focus, to],
  );
  useEffect(() => {
    useEmphasis.setState({ quiet: visible ? quietOnMap(quiet, visible) : quiet });
  }, [quiet, visible]);
}
