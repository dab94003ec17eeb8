import type { ComponentId } from '../ids';
import { stronglyConnected } from '../traverse/cycles';
import type { Ends } from './ambient-hubs';

/** Words of 32 providers that are looked at together; bounds the memory at 128 bytes a component. */
const WORDS = 32;

/**
 * The dependencies that the others imply: `a → c`, where a longer chain leads from `a` to `c` anyway. Without them,
 * exactly the same components reach each other (transitive reduction); in a graph without cycles none of the rest
 * could be left out as well. A cycle counts as one component: its own dependencies stay, and those that lead from it
 * to the same place all stay or all are redundant, as none is more in the way than the others.
 *
 * Takes about V · E / 32 steps.
 */
export function redundantDependencies<E extends Ends>(edges: readonly E[]): ReadonlySet<E> {
  const { groupOf, providers } = condense(edges);
  const implied = providers.map(() => new Set<number>());
  for (let start = 0; start < providers.length; start += 32 * WORDS) markImplied(providers, start, implied);
  return new Set(edges.filter(({ from, to }) => implied[groupOf(from)]?.has(groupOf(to))));
}

/** Cycles as one: by group the groups it depends on, each of which has a lower number. */
function condense(edges: readonly Ends[]) {
  const ordinals = new Map<ComponentId, number>();
  for (const { from, to } of edges)
    for (const id of [from, to]) if (!ordinals.has(id)) ordinals.set(id, ordinals.size);
  const ordinal = (id: ComponentId) => ordinals.get(id) ?? 0;
  const next: number[][] = Array.from(ordinals, () => []);
  for (const { from, to } of edges) next[ordinal(from)]?.push(ordinal(to));

  const groups = stronglyConnected({
    capacity: next.length,
    nodes: next.keys(),
    next: (node) => next[node] ?? [],
  });
  const numbers = new Int32Array(next.length);
  for (const [number, members] of groups.entries()) for (const member of members) numbers[member] = number;
  const providers = groups.map((members, number) => {
    const all = new Set(members.flatMap((member) => (next[member] ?? []).map((to) => numbers[to] ?? 0)));
    all.delete(number);
    return [...all];
  });
  return { groupOf: (id: ComponentId) => numbers[ordinal(id)] ?? 0, providers };
}

/**
 * Adds, of the providers numbered from `start` on, those that a group reaches over another of its providers, too. Those
 * before lead to none of them.
 */
function markImplied(
  providers: readonly (readonly number[])[],
  start: number,
  implied: readonly Set<number>[],
): void {
  const reached = new Uint32Array(providers.length * WORDS);
  for (const [group, all] of providers.entries()) {
    const direct = all.filter((provider) => provider >= start);
    const own = group * WORDS;
    for (const provider of direct) {
      for (let word = 0; word < WORDS; word++) {
        reached[own + word] = (reached[own + word] ?? 0) | (reached[provider * WORDS + word] ?? 0);
      }
    }
    for (const provider of direct) {
      const place = provider - start;
      if (place >= 32 * WORDS) continue;
      const word = own + (place >>> 5);
      const bit = 1 << (place & 31);
      if ((reached[word] ?? 0) & bit) implied[group]?.add(provider);
      else reached[word] = (reached[word] ?? 0) | bit;
    }
  }
}
