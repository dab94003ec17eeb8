import type { SliceComponent } from './slice';

/** Components that are drawn together, and the groups among them. */
export interface Group {
  readonly name: string;
  /** Directly in this group, in the order of the slice. */
  readonly components: SliceComponent[];
  readonly groups: Group[];
}

/** The groups that the components name, as a tree; its root has no name and is not drawn. */
export function groupsOf(components: readonly SliceComponent[]): Group {
  const root: Group = { name: '', components: [], groups: [] };
  const known = new Map<string, Group>([['[]', root]]);
  for (const component of components) {
    let group = root;
    (component.group ?? []).forEach((name, depth, path) => {
      const key = JSON.stringify(path.slice(0, depth + 1));
      const child = known.get(key) ?? { name, components: [], groups: [] };
      if (!known.has(key)) {
        known.set(key, child);
        group.groups.push(child);
      }
      group = child;
    });
    group.components.push(component);
  }
  return root;
}
