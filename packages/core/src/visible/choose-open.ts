import type { GroupId } from './group-id';
import type { GroupNode } from './group-tree';

/**
 * Which groups are open when nobody chose: those that matter most for each component that they bring onto the map, as
 * long as no more than `budget` elements stand there.
 * @param matter of each component, by number
 */
export function chooseOpen(roots: readonly GroupNode[], matter: Float64Array, budget: number): Set<GroupId> {
  const weight = ({ members }: GroupNode) =>
    members.reduce((sum, member) => sum + (matter[member] ?? 0), 0) / members.length;
  const ranked = (groups: readonly GroupNode[]) =>
    groups.map((group) => ({ group, weight: weight(group) })).sort((a, b) => a.weight - b.weight);
  const open = new Set<GroupId>();
  const candidates = ranked(roots);
  let used = roots.length;
  for (let next = candidates.pop(); next; next = candidates.pop()) {
    const { id, children, members } = next.group;
    const added = (children.length || members.length) - 1;
    if (used + added > budget) continue;
    used += added;
    open.add(id);
    if (children.length > 0) {
      candidates.push(...ranked(children));
      candidates.sort((a, b) => a.weight - b.weight);
    }
  }
  return open;
}
