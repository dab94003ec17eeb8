import { type Dimension, type Grouping, groupName, groupValue } from './dimension';
import { type GroupId, groupIdOf } from './group-id';
import type { VisibleComponent } from './types';

/** A group, by the numbers of the components in it. */
export interface GroupNode {
  readonly id: GroupId;
  /** Its own id last. */
  readonly path: readonly GroupId[];
  readonly dimension: Dimension;
  readonly name: string;
  readonly members: number[];
  /** The groups within, by name; empty in the innermost groups. */
  readonly children: readonly GroupNode[];
}

interface Branch extends Omit<GroupNode, 'children'> {
  readonly children: Map<string | null, Branch>;
}

/** The outermost groups of a slice, by name. Without a grouping there are none. */
export function groupTree(
  components: readonly VisibleComponent[],
  grouping: Grouping,
  clusters: readonly (string | null)[],
): GroupNode[] {
  const roots = new Map<string | null, Branch>();
  components.forEach((component, number) => {
    let siblings = roots;
    let parent: Branch | undefined;
    for (const dimension of grouping) {
      const value = groupValue(component, dimension, clusters[number] ?? null);
      const group: Branch = siblings.get(value) ?? branch(value, dimension, parent);
      siblings.set(value, group);
      group.members.push(number);
      siblings = group.children;
      parent = group;
    }
  });
  return byName(roots);
}

function branch(value: string | null, dimension: Dimension, parent: Branch | undefined): Branch {
  const part = value === null ? '!' : partOf(value);
  const id: GroupId = parent ? `${parent.id}/${part}` : groupIdOf(part);
  const path = [...(parent?.path ?? []), id];
  return { id, path, dimension, name: groupName(value, dimension), members: [], children: new Map() };
}

/**
 * A value as part of an id: what separates parts (`/`, `~`), stands for no value (`!`) or for all groups (`*`) is
 * escaped; halves of a surrogate pair, which no link can hold, are replaced.
 */
const partOf = (value: string) =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[~!*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function byName(branches: ReadonlyMap<string | null, Branch>): GroupNode[] {
  return [...branches.values()]
    .map((each) => ({ ...each, children: byName(each.children) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
