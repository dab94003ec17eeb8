import type { ComponentId } from '../ids';
import { stronglyConnected } from './cycles';
import { reach } from './reach';
import type { Topology } from './topology';

/** How many components all counting walks together may reach: some 100 ms of work. */
const BUDGET = 2_000_000;

export interface LargestImpact {
  readonly id: ComponentId;
  /** How many components can be reached downstream. */
  readonly count: number;
}

/**
 * The component with the most components downstream among those that `isCandidate` admits; the first by id among
 * equals; `null` when none has any.
 *
 * Counting is done for the most promising candidates first, by an upper bound (the sum over consumers, which counts
 * shared ones twice), until no bound is greater than the best count. That is exact, unless the budget runs out on a
 * very large and tangled graph: then it is the best one seen.
 */
export function largestImpact(
  topology: Topology,
  isCandidate: (id: ComponentId) => boolean,
): LargestImpact | null {
  const bounds = upperBounds(topology);
  const candidates = [...ordinals(topology)]
    .filter((ordinal) => (bounds[ordinal] ?? 0) > 0 && isCandidate(topology.id(ordinal)))
    .sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || (topology.id(a) < topology.id(b) ? -1 : 1));
  let best: LargestImpact | null = null;
  let spent = 0;
  for (const candidate of candidates) {
    const id = topology.id(candidate);
    const bound = bounds[candidate] ?? 0;
    if (best && (bound < best.count || spent > BUDGET)) break;
    if (best && bound === best.count && best.id < id) continue;
    const next = (at: number) => topology.downstream(at);
    const count = reach(topology, { starts: [candidate], next, depth: Number.POSITIVE_INFINITY }).order
      .length;
    spent += topology.capacity;
    if (!best || count > best.count || (count === best.count && id < best.id)) best = { id, count };
  }
  return best;
}

function* ordinals(topology: Topology): Iterable<number> {
  for (const id of topology.ids()) {
    const ordinal = topology.ordinal(id);
    if (ordinal !== undefined) yield ordinal;
  }
}

/** By ordinal: at least as many as can be reached downstream. */
function upperBounds(topology: Topology): Float64Array {
  const bounds = new Float64Array(topology.capacity);
  const next = (at: number) => topology.downstream(at);
  for (const group of stronglyConnected({ capacity: topology.capacity, nodes: ordinals(topology), next })) {
    const members = new Set(group);
    const beyond = new Set(
      group.flatMap((ordinal) => next(ordinal).filter((consumer) => !members.has(consumer))),
    );
    let bound = group.length - 1;
    for (const consumer of beyond) bound += 1 + (bounds[consumer] ?? 0);
    for (const ordinal of group) bounds[ordinal] = Math.min(bound, topology.capacity - 1);
  }
  return bounds;
}
