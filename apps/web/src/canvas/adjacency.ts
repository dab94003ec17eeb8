import type { ElementId } from '@karma/core';
import { dependencySelection } from '../app/view';

/** The other end of an arrow. */
export interface End {
  readonly id: ElementId;
  /** `<from>~<to>`, made once: to trace thousands is to look up as many. */
  readonly arrow: string;
}

/** For each component the other ends of its arrows: providers (`upstream`) and consumers (`downstream`). */
export interface Adjacency {
  readonly upstream: ReadonlyMap<string, readonly End[]>;
  readonly downstream: ReadonlyMap<string, readonly End[]>;
}

/** Sorts the arrows when first asked. */
export function adjacencyOf(
  edges: readonly { readonly from: ElementId; readonly to: ElementId }[],
): Adjacency {
  let sorted: Adjacency | undefined;
  const both = () => {
    sorted ??= sortedEnds(edges);
    return sorted;
  };
  return {
    get upstream() {
      return both().upstream;
    },
    get downstream() {
      return both().downstream;
    },
  };
}

function sortedEnds(edges: Parameters<typeof adjacencyOf>[0]): Adjacency {
  const upstream = new Map<string, End[]>();
  const downstream = new Map<string, End[]>();
  const add = (map: Map<string, End[]>, key: string, end: End) => {
    const list = map.get(key);
    if (list) list.push(end);
    else map.set(key, [end]);
  };
  for (const { from, to } of edges) {
    const arrow = dependencySelection(from, to);
    add(upstream, from, { id: to, arrow });
    add(downstream, to, { id: from, arrow });
  }
  return { upstream, downstream };
}
