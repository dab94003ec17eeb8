import type { ComponentId } from '../ids';
import { before, ordinalOf, reach } from './reach';
import type { Path } from './results';
import type { TopologyView } from './topology';

/**
 * The shortest path from any of `from` to any of `to`: along dependencies if there is one (`upstream`), else against
 * them (`downstream`). Where the sets meet, the path is that one component.
 * @throws UnknownComponentError
 */
export function shortestPath(
  view: TopologyView,
  from: readonly ComponentId[],
  to: readonly ComponentId[],
): Path | null {
  const starts = from.map((id) => ordinalOf(view, id));
  const ends = to.map((id) => ordinalOf(view, id));
  const up = (at: number) => view.upstream(at);
  const down = (at: number) => view.downstream(at);
  const upstream = walk(view, starts, ends, up, down);
  if (upstream) return { ids: upstream, direction: 'upstream' };
  const downstream = walk(view, starts, ends, down, up);
  return downstream && { ids: downstream, direction: 'downstream' };
}

function walk(
  view: TopologyView,
  starts: readonly number[],
  ends: readonly number[],
  next: (ordinal: number) => readonly number[],
  back: (ordinal: number) => readonly number[],
): ComponentId[] | null {
  const reached = reach(view, { starts, next, depth: Number.POSITIVE_INFINITY });
  let end: number | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const candidate of ends) {
    const steps = reached.distance[candidate] ?? -1;
    if (steps === -1 || steps > shortest) continue;
    if (steps < shortest || end === undefined || view.id(candidate) < view.id(end)) end = candidate;
    shortest = steps;
  }
  if (end === undefined) return null;
  const ids: ComponentId[] = [];
  for (let at: number | undefined = end; at !== undefined; at = before(view, reached, at, back(at))) {
    ids.push(view.id(at));
  }
  return ids.reverse();
}
