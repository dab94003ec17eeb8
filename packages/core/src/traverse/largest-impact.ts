import type { ComponentId } from '../ids';
import { reach } from './reach';
import { estimateReach } from './reach-estimate';
import type { Topology } from './topology';

/** How many of the most promising are counted in each group. */
const COUNTED = 4;

export interface LargestImpact {
  readonly id: ComponentId;
  /** How many components can be reached downstream. */
  readonly count: number;
}

/**
 * In each group, the component with the most components downstream; the first by id among equals. Groups in which
 * nothing depends on anything are left out.
 *
 * The reach of all is estimated, and counted for the most promising: `count` is exact, and in graphs of up to some
 * twenty components so is the choice. In larger ones the true first may be missed in favour of one about as large.
 */
export function largestImpact(
  topology: Topology,
  groupOf: (id: ComponentId) => string,
): Map<string, LargestImpact> {
  const estimates = estimateReach({
    capacity: topology.capacity,
    nodes: Array.from(topology.ids(), (id) => topology.ordinal(id) ?? -1),
    next: (ordinal) => topology.downstream(ordinal),
  });
  const best = new Map<string, LargestImpact>();
  for (const [group, candidates] of candidatesByGroup(topology, groupOf, estimates)) {
    for (const { id, ordinal } of candidates) {
      const next = (at: number) => topology.downstream(at);
      const count = reach(topology, { starts: [ordinal], next, depth: Number.POSITIVE_INFINITY }).order
        .length;
      const known = best.get(group);
      const isBetter = !known || count > known.count || (count === known.count && id < known.id);
      if (count > 0 && isBetter) best.set(group, { id, count });
    }
  }
  return best;
}

interface Candidate {
  readonly id: ComponentId;
  readonly ordinal: number;
  readonly estimate: number;
}

/** The first few of each group by estimate, then by id. */
function candidatesByGroup(
  topology: Topology,
  groupOf: (id: ComponentId) => string,
  estimates: Float64Array,
): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const id of topology.ids()) {
    const ordinal = topology.ordinal(id) ?? -1;
    const estimate = estimates[ordinal] ?? 0;
    if (estimate <= 1) continue;
    const group = groupOf(id);
    const candidates = groups.get(group) ?? [];
    groups.set(group, candidates);
    candidates.push({ id, ordinal, estimate });
    if (candidates.length > 4 * COUNTED) keepFirst(candidates);
  }
  for (const candidates of groups.values()) keepFirst(candidates);
  return groups;
}

function keepFirst(candidates: Candidate[]): void {
  candidates.sort((a, b) => b.estimate - a.estimate || (a.id < b.id ? -1 : 1));
  candidates.length = Math.min(candidates.length, COUNTED);
}
