import type { ElementId } from '@karma/core';
import { CARD } from '@karma/render';
import { useReducedMotion } from '@mantine/hooks';
import { getViewportForBounds, useReactFlow, useStore, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { usePath } from '../app/queries';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { useCanvasCommands } from './commands';
import { boundsOf } from './place-grid';
import type { LaidOut } from './use-laid-out';

/** The least zoom at which a name can be read. */
const LEGIBLE = 0.42;
/** As far away as people can go: 20,000 components are on screen as a whole. */
export const MIN_ZOOM = 0.004;
/** Room for what lies over the canvas. */
const PADDING = { top: '80px', bottom: '72px', x: '32px' } as const;
/** Pixels between a card in sight and the edge; fewer than a whole view leaves, or its first card would be moved. */
const MARGIN = 24;

/**
 * Moves the canvas where people need to look: to the whole of a new view, or to its path; and to the selected card,
 * wherever it was selected, when it is out of sight.
 */
export function useInSight({ view, turns, visible, isFirst, places }: LaidOut, isPhone: boolean) {
  const grouping = visible.grouping.join();
  const { sel, mode, focus } = useView();
  // An answer is looked at as a whole; on the map, what is selected should be legible.
  const isAnswer = mode === 'impact' || focus !== undefined;
  const path = usePath().data?.path?.components;
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isStill = useReducedMotion();
  const lastShown = useRef<Viewport | null>(null);
  const selection = parseSelection(sel);
  const place = selection && 'id' in selection ? places.get(selection.id) : undefined;
  const latest = useRef({ place, places, width, height, duration: 0 });
  latest.current = { place, places, width, height, duration: isStill ? 0 : 180 };

  const reveal = useCallback(() => {
    const now = latest.current;
    if (!now.place || now.width === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const left = now.place.x * zoom + x;
    const top = now.place.y * zoom + y;
    const isSeen =
      left >= MARGIN &&
      top >= MARGIN &&
      left + CARD.width * zoom <= now.width - MARGIN &&
      top + CARD.height * zoom <= now.height - MARGIN;
    if (isSeen) return;
    void flow.setCenter(now.place.x + CARD.width / 2, now.place.y + CARD.height / 2, {
      zoom,
      duration: now.duration,
    });
  }, [flow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection may lie out of sight.
  useEffect(reveal, [reveal, sel]);

  const show = useCallback(
    async (ids: Iterable<ElementId>, minZoom: number, duration: number) => {
      const now = latest.current;
      const shown = [...ids].flatMap((id) => now.places.get(id) ?? []);
      const bounds = boundsOf(shown.length > 0 ? shown : now.places.values());
      if (!bounds || now.width === 0) return;
      const { left: x, top: y, right, bottom } = bounds;
      const whole = { x, y, width: right - x, height: bottom - y };
      const viewport = getViewportForBounds(whole, now.width, now.height, minZoom, 1, PADDING);
      await flow.setViewport(viewport, { duration });
      lastShown.current = viewport;
    },
    [flow],
  );

  const showWhole = useCallback(
    (duration: number) => {
      const minZoom = isPhone || (latest.current.place && !isAnswer) ? LEGIBLE : MIN_ZOOM;
      return show(path?.map((card) => card.id) ?? [], minZoom, duration).then(reveal);
    },
    [path, show, isPhone, isAnswer, reveal],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that opens takes room away, or gives it back.
  useEffect(() => {
    if (isEqual(flow.getViewport(), lastShown.current)) void showWhole(0);
    else reveal();
  }, [width, height]);

  const hasRoom = width > 0;
  const seen = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, or the same all anew, comes into sight as a whole.
  useEffect(() => {
    const isSameView = seen.current === view;
    seen.current = view;
    void showWhole(isSameView ? latest.current.duration : 0);
  }, [view, turns, grouping, showWhole, hasRoom]);

  const wasFirst = useRef(false);
  useEffect(() => {
    const isBetter = wasFirst.current && !isFirst;
    wasFirst.current = isFirst;
    if (isBetter && isEqual(flow.getViewport(), lastShown.current)) void showWhole(latest.current.duration);
  }, [isFirst, flow, showWhole]);

  useEffect(() => {
    useCanvasCommands.setState({
      fit: () => void show([], MIN_ZOOM, latest.current.duration),
    });
  }, [show]);
}

const isEqual = (one: Viewport, other: Viewport | null) =>
  one.x === other?.x && one.y === other.y && one.zoom === other.zoom;
