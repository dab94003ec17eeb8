import type { ElementId } from '@karma/core';
import { dependencySelection, type Selection } from '../app/view';
import type { Emphasis, Role } from './emphasis';
import type { Visible } from './visible-slice';

/** Which role of several a group or a bundle takes: the first of these. */
const STRONGEST: readonly Role[] = ['self', 'path', 'certain', 'likely', 'possible', 'both'];

/** What is traced, told to shut groups by their members and to bundles by their dependencies, too. */
export function emphasisOnMap(emphasis: Emphasis, visible: Visible): Emphasis {
  if (visible.bundles.length === 0 && visible.hidden === 0) return emphasis;
  const components = new Map(emphasis.components);
  for (const { id, isOpen, members } of visible.groups) {
    if (isOpen) continue;
    const role = rolesTogether(
      members.flatMap((member) =>
        visible.elementOf(member.id) === id ? (emphasis.components.get(member.id) ?? []) : [],
      ),
    );
    if (role) components.set(id, role);
  }
  const edges = new Map(emphasis.edges);
  for (const { from, to, dependencies } of visible.bundles) {
    const role = rolesTogether(
      dependencies.flatMap((each) => emphasis.edges.get(dependencySelection(each.from, each.to)) ?? []),
    );
    if (role) edges.set(dependencySelection(from, to), role);
  }
  return { ...emphasis, components, edges };
}

function rolesTogether(roles: readonly Role[]): Role | undefined {
  const all = new Set(roles);
  return STRONGEST.find((role) => all.has(role)) ?? (all.size > 1 ? 'both' : roles[0]);
}

/** A shut group, or a bundle: its bundles and what is at their other ends. */
export function traceOnMap(
  selection: Extract<Selection, { kind: 'group' | 'bundle' }>,
  visible: Visible,
): Emphasis {
  const components = new Map<string, Role>();
  const edges = new Map<string, Role>();
  const mark = (id: ElementId, role: Role) =>
    components.set(id, (components.get(id) ?? role) === role ? role : 'both');
  if (selection.kind === 'bundle') {
    const { from, to } = selection;
    mark(from, 'downstream');
    mark(to, 'upstream');
    edges.set(dependencySelection(from, to), 'self');
  } else {
    const { id } = selection;
    for (const { from, to } of visible.bundles) {
      if (from === id) mark(to, 'upstream');
      else if (to === id) mark(from, 'downstream');
      else continue;
      edges.set(dependencySelection(from, to), from === id ? 'upstream' : 'downstream');
    }
    const group = visible.groups.find((each) => each.id === id);
    if (group && !group.isOpen) components.set(id, 'self');
  }
  return { components, edges };
}
