import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { GraphSlice } from '../api/types';
import { useImpact, usePath } from '../app/queries';
import { useView } from '../app/use-view';
import { parseSelection, type Selection } from '../app/view';
import { adjacencyOf } from './adjacency';
import { type Emphasis, traceComponent, traceDependency, traceImpact, tracePath } from './emphasis';
import { emphasisOnMap, traceOnMap } from './emphasis-on-map';
import { useEmphasis, useHovered } from './emphasis-store';
import { usePatch } from './patch/patch-store';
import { traceQuery } from './trace-query';
import type { Visible } from './visible-slice';

/** Milliseconds after which a map is ready for the pointer. */
const SETTLED = 300;

/**
 * Decides what is traced and tells the cards: what can be connected, who would be hit, the blast radius or the path,
 * else what the pointer rests on, else whom the draft reaches, else what is selected, else what the query is about.
 * Draws nothing itself, so that what the pointer rests on draws nothing else anew.
 */
export function Tracer({ graph, visible }: { graph: GraphSlice; visible: Visible }) {
  const adjacency = useMemo(() => adjacencyOf(graph.edges), [graph]);
  const hovered = useHovered(({ id }) => id);
  const { sel, q, draft } = useView();
  const impact = useImpact().data;
  const path = usePath().data?.path;
  const reach = usePatch((patch) => patch.reach);
  const asked = usePatch((patch) => patch.targets ?? patch.hit);
  const isComposing = draft !== undefined;

  useLayoutEffect(() => {
    const traced = emphasis();
    useEmphasis.setState({ emphasis: traced && emphasisOnMap(traced, visible) });

    function emphasis(): Emphasis | null {
      if (asked) return asked;
      if (impact) return traceImpact(impact);
      if (path) return tracePath(path);
      if (reach && !hovered) return reach;
      const of = parseSelection(hovered ?? sel);
      const traced = of && traceSelection(of);
      const shown = traced && traced.components.size > 0 ? traced : traceQuery(q, graph, adjacency);
      // What is drawn in stays legible as a whole.
      return shown && isComposing ? { ...shown, rest: 'plain' } : shown;
    }

    function traceSelection(of: Selection): Emphasis | null {
      if (of.kind === 'dependency') return traceDependency(of);
      if (of.kind !== 'component') return traceOnMap(of, visible);
      return visible.elementOf(of.id) ? traceComponent(of.id, adjacency) : null;
    }
  }, [impact, path, reach, asked, isComposing, hovered, sel, q, graph, adjacency, visible]);

  useEffect(() => {
    const timer = setTimeout(() => void adjacency.upstream, SETTLED);
    return () => clearTimeout(timer);
  }, [adjacency]);

  useEffect(() => () => useHovered.setState({ id: null }), []);

  return null;
}
