import type { ElementId } from '@karma/core';
import { useEffect, useState } from 'react';
import type { GraphSlice } from '../api/types';
import { useImpact, usePath } from '../app/queries';
import { useView } from '../app/use-view';
import { parseSelection, type Selection } from '../app/view';
import {
  type Adjacency,
  type Emphasis,
  traceComponent,
  traceDependency,
  traceImpact,
  tracePath,
} from './emphasis';
import { emphasisOnMap, traceOnMap } from './emphasis-on-map';
import { useEmphasis } from './emphasis-store';
import { traceQuery } from './trace-query';
import type { Visible } from './visible-slice';

/**
 * Decides what is traced and tells the cards: the blast radius or the path, else what the pointer rests on, else what
 * is selected, else what the query is about. Gives back the setter for what the pointer rests on.
 */
export function useTraced(graph: GraphSlice, adjacency: Adjacency, visible: Visible) {
  const [hovered, setHovered] = useState<ElementId | null>(null);
  const { sel, q } = useView();
  const impact = useImpact().data;
  const path = usePath().data?.path;

  useEffect(() => {
    const traced = emphasis();
    useEmphasis.setState({ emphasis: traced && emphasisOnMap(traced, visible) });

    function emphasis(): Emphasis | null {
      if (impact) return traceImpact(impact);
      if (path) return tracePath(path);
      const of = parseSelection(hovered ?? sel);
      const traced = of && traceSelection(of);
      return traced && traced.components.size > 0 ? traced : traceQuery(q, graph, adjacency);
    }

    function traceSelection(of: Selection): Emphasis | null {
      if (of.kind === 'dependency') return traceDependency(of);
      if (of.kind !== 'component') return traceOnMap(of, visible);
      return visible.elementOf(of.id) ? traceComponent(of.id, adjacency) : null;
    }
  }, [impact, path, hovered, sel, q, graph, adjacency, visible]);

  return setHovered;
}
