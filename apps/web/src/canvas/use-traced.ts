import type { ComponentId } from '@karma/core';
import { useEffect, useState } from 'react';
import type { GraphSlice } from '../api/types';
import { useImpact, usePath } from '../app/queries';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import {
  type Adjacency,
  type Emphasis,
  traceComponent,
  traceDependency,
  traceImpact,
  tracePath,
} from './emphasis';
import { useEmphasis } from './emphasis-store';
import { traceQuery } from './trace-query';

/**
 * Decides what is traced and tells the cards: the blast radius or the path, else what the pointer rests on, else what
 * is selected, else what the query is about. Gives back the setter for what the pointer rests on.
 */
export function useTraced(graph: GraphSlice, adjacency: Adjacency, isShown: (id: ComponentId) => boolean) {
  const [hovered, setHovered] = useState<ComponentId | null>(null);
  const { sel, q } = useView();
  const impact = useImpact().data;
  const path = usePath().data?.path;

  useEffect(() => {
    useEmphasis.setState({ emphasis: emphasis() });

    function emphasis(): Emphasis | null {
      if (impact) return traceImpact(impact);
      if (path) return tracePath(path);
      if (hovered && isShown(hovered)) return traceComponent(hovered, adjacency);
      const selection = parseSelection(sel);
      if (selection?.kind === 'dependency') return traceDependency(selection);
      if (selection && isShown(selection.id)) return traceComponent(selection.id, adjacency);
      return traceQuery(q, graph, adjacency);
    }
  }, [impact, path, hovered, sel, q, graph, adjacency, isShown]);

  return setHovered;
}
