import type { ElementId } from '@karma/core';
import type { Position } from '@karma/layout';
import { useReducedMotion } from '@mantine/hooks';
import { getViewportForBounds, useReactFlow, useStore, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { usePath } from '../app/queries';
import { useChangeView, useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { cameraOf, MIN_ZOOM, revealing, viewportOf } from './camera';
import { useCanvasCommands } from './commands';
import { boundsOf } from './place-grid';
import type { LaidOut } from './use-laid-out';

/** The least zoom at which a name can be read. */
const LEGIBLE = 0.42;
/** Milliseconds: a first click may open the inspector, and the second is to meet the same card. */
const DOUBLE_CLICK = 300;
/** Room for what lies over the canvas. */
const PADDING = { top: '80px', bottom: '96px', x: '32px' } as const;

interface Stage {
  readonly isPhone: boolean;
  /** Whether what is laid out is what is asked for, and nothing better is on its way. */
  readonly isSettled: boolean;
}

/**
 * Moves the canvas where people need to look: to what a link shows, or to the whole of a new view, or to its path; and
 * to the selected card, wherever it was selected, when it is out of sight.
 */
export function useInSight(
  { view, turns, visible, isFirst, places }: LaidOut,
  { isPhone, isSettled }: Stage,
) {
  const grouping = visible.grouping.join();
  const { sel, mode, focus, camera } = useView();
  const change = useChangeView();
  // An answer is looked at as a whole; on the map, what is selected should be legible.
  const isAnswer = mode === 'impact' || focus !== undefined;
  const path = usePath().data?.path?.components;
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isStill = useReducedMotion();
  const lastShown = useRef<Viewport | null>(null);
  /** What a link asked for: left alone until people move it. */
  const lastLinked = useRef<Viewport | null>(null);
  const selection = parseSelection(sel);
  const place = selection && 'id' in selection ? places.get(selection.id) : undefined;
  const linked = camera === undefined ? undefined : viewportOf(camera, { width, height }, places);
  const latest = useRef({ place, places, linked, width, height, duration: 0 });
  latest.current = { place, places, linked, width, height, duration: isStill ? 0 : 180 };

  const reveal = useCallback(() => {
    const now = latest.current;
    const bounds = boundsOf(now.place ? [now.place] : []);
    const hasShown = lastShown.current !== null || lastLinked.current !== null;
    if (!bounds || now.linked || !hasShown) return;
    const viewport = revealing(bounds, flow.getViewport(), now);
    if (viewport) void flow.setViewport(viewport, { duration: now.duration });
  }, [flow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection may lie out of sight.
  useEffect(reveal, [reveal, sel]);

  const show = useCallback(
    async (ids: Iterable<ElementId>, minZoom: number, duration: number, subject?: Position) => {
      const now = latest.current;
      const shown = [...ids].flatMap((id) => now.places.get(id) ?? []);
      const bounds = boundsOf(shown.length > 0 ? shown : now.places.values());
      if (!bounds || now.width === 0) return;
      const { left: x, top: y, right, bottom } = bounds;
      const rectangle = { x, y, width: right - x, height: bottom - y };
      const whole = getViewportForBounds(rectangle, now.width, now.height, minZoom, 1, PADDING);
      const card = boundsOf(subject ? [subject] : []);
      const viewport = (card && revealing(card, whole, now)) ?? whole;
      await flow.setViewport(viewport, { duration });
      lastShown.current = viewport;
    },
    [flow],
  );

  const showWhole = useCallback(
    (duration: number) => {
      if (latest.current.linked) return;
      const minZoom = isPhone || (latest.current.place && !isAnswer) ? LEGIBLE : MIN_ZOOM;
      void show(path?.map((card) => card.id) ?? [], minZoom, duration, latest.current.place);
    },
    [path, show, isPhone, isAnswer],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that opens takes room away, or gives it back.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (isEqual(flow.getViewport(), lastLinked.current)) return;
      if (isAnswer && isEqual(flow.getViewport(), lastShown.current)) showWhole(0);
      else reveal();
    }, DOUBLE_CLICK);
    return () => clearTimeout(timer);
  }, [width, height]);

  const hasRoom = width > 0;
  const seen = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, or the same all anew, comes into sight as a whole.
  useEffect(() => {
    if (!hasRoom) return;
    const isSameView = seen.current === view;
    seen.current = view;
    showWhole(isSameView ? latest.current.duration : 0);
  }, [view, turns, grouping, showWhole, hasRoom]);

  const wasFirst = useRef(false);
  useEffect(() => {
    const isBetter = wasFirst.current && !isFirst;
    wasFirst.current = isFirst;
    if (isBetter && isEqual(flow.getViewport(), lastShown.current)) showWhole(latest.current.duration);
  }, [isFirst, flow, showWhole]);

  useEffect(() => {
    if (!camera || !hasRoom) return;
    const viewport = viewportOf(camera, latest.current, places);
    if (viewport) void flow.setViewport(viewport);
    lastLinked.current = viewport ?? null;
    if (!isSettled) return;
    latest.current.linked = undefined;
    change({ camera: undefined }, { replace: true });
  }, [camera, places, hasRoom, isSettled, flow, change]);

  useEffect(() => {
    const before = useCanvasCommands.getState();
    useCanvasCommands.setState({
      fit: () => void show([], MIN_ZOOM, latest.current.duration),
      camera: () => {
        const viewport = flow.getViewport();
        return isEqual(viewport, lastShown.current)
          ? undefined
          : cameraOf(viewport, latest.current, latest.current.places);
      },
    });
    return () => useCanvasCommands.setState({ fit: before.fit, camera: before.camera });
  }, [show, flow]);
}

const isEqual = (one: Viewport, other: Viewport | null) =>
  one.x === other?.x && one.y === other.y && one.zoom === other.zoom;
