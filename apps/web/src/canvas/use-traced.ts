import type { ComponentId } from '@karma/core';
import { useEffect, useState } from 'react';
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

/**
 * Decides what is traced and tells the cards: the blast radius or the path, else what the pointer rests on, else what
 * is selected. Gives back the setter for what the pointer rests on.
 */
export function useTraced(adjacency: Adjacency, isShown: (id: ComponentId) => boolean) {
  const [hovered, setHovered] = useState<ComponentId | null>(null);
  const { sel } = useView();
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
      return selection && isShown(selection.id) ? traceComponent(selection.id, adjacency) : null;
    }
  }, [impact, path, hovered, sel, adjacency, isShown]);

  return setHovered;
}
