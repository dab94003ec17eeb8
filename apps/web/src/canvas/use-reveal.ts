import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import type { Places } from './neighbour';
import { CARD } from './to-flow';

const MARGIN = 24;

/** Brings the selected card into sight where it is out of it, wherever it was selected. */
export function useReveal(places: Places) {
  const { sel } = useView();
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isStill = useReducedMotion();
  const latest = useRef(places);
  latest.current = places;

  useEffect(() => {
    const selection = parseSelection(sel);
    const place = selection?.kind === 'component' && latest.current.get(selection.id);
    if (!place || width === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const left = place.x * zoom + x;
    const top = place.y * zoom + y;
    const isSeen =
      left >= MARGIN &&
      top >= MARGIN &&
      left + CARD.width * zoom <= width - MARGIN &&
      top + CARD.height * zoom <= height - MARGIN;
    if (isSeen) return;
    void flow.setCenter(place.x + CARD.width / 2, place.y + CARD.height / 2, {
      zoom,
      duration: isStill ? 0 : 180,
    });
  }, [sel, width, height, flow, isStill]);
}
