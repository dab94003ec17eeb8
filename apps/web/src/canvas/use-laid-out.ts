import type { ComponentId } from '@karma/core';
import { useMemo, useRef } from 'react';
import type { GraphSlice } from '../api/types';
import { type Drawing, usePlaces } from './arrangement/use-places';
import { boxesAndArrows, elementsOf } from './layout-input';
import type { Places } from './neighbour';
import { type Asked, standingApart, type Visible, visibleSlice } from './visible-slice';

/** A graph together with what of it is on the map, and where. */
export interface LaidOut {
  /** Which view it belongs to. */
  readonly view: string;
  /** Grows whenever everything may have moved at once. */
  readonly turns: number;
  /** Whether better places are on their way. */
  readonly isFirst: boolean;
  readonly graph: GraphSlice;
  readonly visible: Visible;
  readonly places: Places;
  /** What people put where it is. */
  readonly pins: ReadonlySet<string>;
}

interface GraphDrawing extends Drawing {
  readonly view: string;
  readonly space: string;
  readonly graph: GraphSlice;
  readonly asked: Asked;
  readonly visible: Visible;
}

interface Wanted {
  readonly view: string;
  readonly space: string;
  readonly asked: Asked;
  /** Components that are on the map even if their group is shut. */
  readonly present: readonly ComponentId[];
}

/**
 * Lays the graph out. Views of one space share their places: within it nothing moves that was there before, also when
 * it grows past the size from which we would group, or when groups are opened and shut.
 */
export function useLaidOut(
  graph: GraphSlice | undefined,
  { view, space, asked, present }: Wanted,
): { laidOut: LaidOut | null; isRunning: boolean; share: number | null; error: Error | null } {
  const held = useRef<GraphDrawing | null>(null);
  const before = held.current?.space === space ? held.current : null;
  const askedText = JSON.stringify(asked);
  const apart = standingApart(present, before?.visible).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for, and stands apart, counts by its text.
  const drawing = useMemo((): GraphDrawing | undefined => {
    if (!graph) return undefined;
    const isHeld =
      before?.graph === graph &&
      before.view === view &&
      JSON.stringify(before.asked) === askedText &&
      before.visible.apart.join(' ') === apart;
    if (isHeld) return before;
    const visible = visibleSlice(graph, asked, present, before);
    held.current = { view, space, graph, asked, visible, ...boxesAndArrows(visible) };
    return held.current;
  }, [graph, view, space, askedText, apart]);
  const { placed, share, error } = usePlaces(drawing, space);
  const laidOut = useMemo((): LaidOut | null => {
    if (!placed) return null;
    const { drawing: drawn, places, pins, turns, isFirst } = placed;
    const own = new Map(
      elementsOf(drawn.visible).map((id) => [id, places.get(id) ?? { x: 0, y: 0 }] as const),
    );
    return {
      view: drawn.view,
      graph: drawn.graph,
      visible: drawn.visible,
      places: own,
      pins,
      turns,
      isFirst,
    };
  }, [placed]);
  const isRunning = drawing !== undefined && !error && (share !== null || placed?.drawing !== drawing);
  return { laidOut, isRunning, share, error };
}
