/** A group, the groups in it, and the numbers of those that have boxes of their own. */
export interface GroupTree {
  readonly children: readonly GroupTree[];
  /** Number of the group of the boxes that are in this group and in none inside it; `null` when there are none. */
  readonly number: number | null;
}

interface Branch {
  number: number | null;
  readonly children: Map<string, Branch>;
}

/** Numbers the distinct paths in the order of their first box, and hangs them into a tree. */
export function groupTree(paths: readonly (readonly string[])[]): { tree: GroupTree; group: Int32Array } {
  const root: Branch = { number: null, children: new Map() };
  let count = 0;
  const group = Int32Array.from(paths, (path) => {
    let branch = root;
    for (const name of path) {
      const next: Branch = branch.children.get(name) ?? { number: null, children: new Map() };
      branch.children.set(name, next);
      branch = next;
    }
    branch.number ??= count++;
    return branch.number;
  });
  return { tree: freeze(root), group };
}

function freeze({ number, children }: Branch): GroupTree {
  return { number, children: [...children.values()].map(freeze) };
}
