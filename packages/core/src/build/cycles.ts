import { compareText } from '../collections/equal';
import { dependencyKey } from '../dependency';
import type { Finding } from '../finding';
import type { ComponentId } from '../ids';
import { stronglyConnected } from '../traverse/cycles';
import { componentFinding } from './component-finding';
import type { Context } from './context';
import type { StateEdit } from './state';

type Edge = readonly [from: ComponentId, to: ComponentId];
type Step = (id: ComponentId) => Iterable<ComponentId>;

/** With more edges than this, one pass over the graph is cheaper than a search for each. */
const MANY_EDGES = 1000;
const SHOWN_MEMBERS = 10;

function reachable(
  start: ComponentId,
  step: Step,
  isAllowed: (id: ComponentId) => boolean,
): Set<ComponentId> {
  const seen = new Set([start]);
  for (const id of seen) for (const next of step(id)) if (isAllowed(next)) seen.add(next);
  return seen;
}

/** Whether `to` can be reached from `from`; searches from both ends, so that the smaller side decides the cost. */
function reaches(from: ComponentId, to: ComponentId, down: Step, up: Step): boolean {
  const sides = [
    { seen: new Set([from]), edge: [from], step: down },
    { seen: new Set([to]), edge: [to], step: up },
  ];
  for (;;) {
    const [side, other] = sides;
    if (!side || !other || side.edge.length === 0) return false;
    const next: ComponentId[] = [];
    for (const id of side.edge) {
      for (const reached of side.step(id)) {
        if (other.seen.has(reached)) return true;
        if (side.seen.has(reached)) continue;
        side.seen.add(reached);
        next.push(reached);
      }
    }
    side.edge = next;
    sides.sort((a, b) => a.edge.length - b.edge.length);
  }
}

/**
 * Components whose cycle may differ: all members of a cycle that lost an edge, and everything on a way back from a new
 * edge's provider to its consumer.
 */
function affected(state: StateEdit, edges: readonly Edge[], down: Step, up: Step): Set<ComponentId> {
  const found = new Set<ComponentId>();
  const everywhere = () => true;
  for (const [from, to] of edges) {
    const cycle = state.cycleOf.get(from);
    const isInside = cycle !== undefined && cycle === state.cycleOf.get(to);
    const exists = state.dependencies.get(dependencyKey(from, to)) !== undefined;
    if (isInside && !exists) for (const member of state.cycles.get(cycle)) found.add(member);
    if (isInside || !exists || !reaches(to, from, down, up)) continue;
    const after = reachable(to, down, everywhere);
    for (const id of reachable(from, up, (other) => after.has(other))) found.add(id);
  }
  return found;
}

/** Members of each cycle, sorted. */
function cyclesIn(region: ReadonlySet<ComponentId>, down: Step): ComponentId[][] {
  const ids = [...region];
  const ordinals = new Map(ids.map((id, ordinal) => [id, ordinal] as const));
  const groups = stronglyConnected({
    capacity: ids.length,
    nodes: ids.keys(),
    next: (ordinal) => {
      const id = ids[ordinal];
      return id === undefined ? [] : [...down(id)].flatMap((to) => ordinals.get(to) ?? []);
    },
  });
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.flatMap((ordinal) => ids[ordinal] ?? []).sort(compareText));
}

function cycleFinding(members: readonly ComponentId[]): Finding | null {
  const [first] = members;
  if (first === undefined) return null;
  const names = members.slice(0, SHOWN_MEMBERS).join(', ');
  const more = members.length - SHOWN_MEMBERS;
  return componentFinding(first, 'dependency-cycle', {
    severity: 'warning',
    reason: `${members.length} components depend on each other in a circle: ${names}${more > 0 ? ` and ${more} more` : ''}.`,
    remedy: 'Remove one of the references, so that they can be created and rolled out one after the other.',
  });
}

/**
 * Keeps the cycles of dependencies, one finding for each strongly connected component; by the edges that came or went,
 * so that an edit far from any cycle costs a short search.
 * @returns the findings that now hold, by the cycle's key.
 */
export function updateCycles(
  { state }: Context,
  edges: readonly Edge[],
): [key: string, findings: readonly Finding[]][] {
  if (edges.length === 0) return [];
  const down: Step = (id) => state.nodes.get(id)?.targets ?? [];
  const up: Step = (id) => state.inbound.get(id);
  const region = edges.length > MANY_EDGES ? new Set(state.nodes.keys()) : affected(state, edges, down, up);
  if (edges.length > MANY_EDGES) for (const [from, to] of edges) region.add(from).add(to);

  const reported = new Map<string, readonly Finding[]>();
  for (const id of region) {
    const cycle = state.cycleOf.get(id);
    if (cycle === undefined) continue;
    reported.set(`cycle|${cycle}`, []);
    state.cycleOf.delete(id);
    state.cycles.remove(cycle, id);
  }
  for (const members of cyclesIn(region, down)) {
    const [cycle] = members;
    const finding = cycleFinding(members);
    if (cycle === undefined || finding === null) continue;
    for (const member of members) {
      state.cycleOf.set(member, cycle);
      state.cycles.add(cycle, member);
    }
    reported.set(`cycle|${cycle}`, [finding]);
  }
  return [...reported];
}
