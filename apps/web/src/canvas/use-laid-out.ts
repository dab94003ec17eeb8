import type { ComponentId } from '@karma/core';
import { createLayouter, type LayoutInput } from '@karma/layout';
import { workerEngines } from '@karma/layout/workers';
import { CARD } from '@karma/render';
import { useEffect, useRef, useState } from 'react';
import type { GraphSlice } from '../api/types';
import type { Grouping } from '../app/view';
import { groupingOf, groupOf } from './groups';
import { layoutMemory } from './layout-memory';
import type { Places } from './neighbour';

const layouter = createLayouter(workerEngines(), layoutMemory(localStorage));

/** A graph together with where its cards are. */
export interface LaidOut {
  /** Which view it belongs to; positions are held as long as this stays the same. */
  readonly view: string;
  /** Grows when the view is laid out anew on demand. */
  readonly round: number;
  readonly graph: GraphSlice;
  /** As asked for; `undefined` leaves it to us. */
  readonly chosen: Grouping | undefined;
  readonly grouping: Grouping;
  readonly places: Places;
}

/**
 * Lays the graph out away from the main thread. While a new layout is being computed, the last one stays. Within one
 * view nothing moves that was there before, also when it grows past the size from which we would group; another view,
 * or another `round`, is laid out from nothing.
 */
export function useLaidOut(
  graph: GraphSlice | undefined,
  view: string,
  round: number,
  chosen: Grouping | undefined,
): { laidOut: LaidOut | null; isRunning: boolean; error: Error | null } {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const held = useRef(laidOut);
  held.current = laidOut;

  useEffect(() => {
    if (!graph) return;
    const abort = new AbortController();
    const before = held.current?.view === view && held.current.round === round ? held.current : null;
    const grouping =
      before && before.chosen === chosen ? before.grouping : groupingOf(chosen, graph.components.length);
    const previous = before?.grouping === grouping ? before.places : undefined;
    layouter
      .layout(layoutInput(graph, grouping, previous), {
        signal: abort.signal,
      })
      .then((positions) => {
        const places = new Map<ComponentId, { x: number; y: number }>();
        for (const { id } of graph.components) places.set(id, positions.get(id) ?? { x: 0, y: 0 });
        setLaidOut({ view, round, graph, chosen, grouping, places });
        setError(null);
      })
      .catch((reason: unknown) => {
        if (abort.signal.aborted) return;
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      });
    return () => abort.abort();
  }, [graph, view, round, chosen]);

  const isCurrent =
    laidOut?.graph === graph &&
    laidOut?.view === view &&
    laidOut?.round === round &&
    laidOut?.chosen === chosen;
  return { laidOut, isRunning: graph !== undefined && !isCurrent && !error, error };
}

function layoutInput(graph: GraphSlice, grouping: Grouping, previous: LayoutInput['previous']): LayoutInput {
  return {
    boxes: graph.components.map((card) => {
      const group = groupOf(card, grouping);
      return { id: card.id, ...CARD, ...(group !== undefined && { group: [group] }) };
    }),
    arrows: graph.edges,
    previous,
  };
}
