import { CARD } from '@karma/render';
import { useMemo, useRef } from 'react';
import type { GraphSlice } from '../api/types';
import type { Grouping } from '../app/view';
import { type Drawing, usePlaces } from './arrangement/use-places';
import { groupingOf, groupOf } from './groups';
import type { Places } from './neighbour';

/** A graph together with where its cards are. */
export interface LaidOut {
  /** Which view it belongs to. */
  readonly view: string;
  /** Grows whenever everything may have moved at once. */
  readonly turns: number;
  /** Whether better places are on their way. */
  readonly isFirst: boolean;
  readonly graph: GraphSlice;
  readonly grouping: Grouping;
  readonly places: Places;
  /** What people put where it is. */
  readonly pins: ReadonlySet<string>;
}

interface GraphDrawing extends Drawing {
  readonly view: string;
  readonly graph: GraphSlice;
  readonly grouping: Grouping;
}

/**
 * Lays the graph out. Views of one space share their places: within it nothing moves that was there before, also when
 * it grows past the size from which we would group.
 */
export function useLaidOut(
  graph: GraphSlice | undefined,
  view: string,
  space: string,
  chosen: Grouping | undefined,
): { laidOut: LaidOut | null; isRunning: boolean; share: number | null; error: Error | null } {
  const held = useRef({ space: '', grouping: groupingOf(chosen, 0) });
  const drawing = useMemo((): GraphDrawing | undefined => {
    if (!graph) return undefined;
    const isHeld = held.current.space === space;
    const grouping = isHeld ? held.current.grouping : groupingOf(chosen, graph.components.length);
    held.current = { space, grouping };
    return { view, graph, grouping, ...boxesAndArrows(graph, grouping) };
  }, [graph, view, space, chosen]);
  const { placed, share, error } = usePlaces(drawing, space);
  const laidOut = useMemo((): LaidOut | null => {
    if (!placed) return null;
    const { drawing: drawn, places, pins, turns, isFirst } = placed;
    const own = new Map(
      drawn.graph.components.map(({ id }) => [id, places.get(id) ?? { x: 0, y: 0 }] as const),
    );
    return {
      view: drawn.view,
      graph: drawn.graph,
      grouping: drawn.grouping,
      places: own,
      pins,
      turns,
      isFirst,
    };
  }, [placed]);
  const isRunning = drawing !== undefined && !error && (share !== null || placed?.drawing !== drawing);
  return { laidOut, isRunning, share, error };
}

function boxesAndArrows({ components, edges }: GraphSlice, grouping: Grouping): Drawing {
  return {
    boxes: components.map((card) => {
      const group = groupOf(card, grouping);
      return { id: card.id, ...CARD, ...(group !== undefined && { group: [group] }) };
    }),
    arrows: edges,
  };
}
