import type { ComponentId } from '../ids';
import type { Ends } from './ambient-hubs';
import { bundle } from './bundle';
import { chooseGrouping, WHOLE_UP_TO } from './choose-grouping';
import { chooseOpen } from './choose-open';
import { clustersOf } from './clusters';
import type { Grouping } from './dimension';
import type { GroupId } from './group-id';
import { type GroupNode, groupTree } from './group-tree';
import { matterOf } from './matter';
import { networkOf } from './network';
import { rollUp } from './roll-up';
import type { ElementId, VisibleComponent, VisibleGraph, VisibleGroup } from './types';

/** As many elements stand on the map when nobody chose: what people take in, and every engine lays out well. */
const VISIBLE_BUDGET = 300;

/** Which groups are open: exactly these, or all but these. */
export type Opening = { readonly open: ReadonlySet<GroupId> } | { readonly shut: ReadonlySet<GroupId> };

export interface VisibleOptions {
  /** Absent: chosen by size and by what parts the slice well. */
  readonly grouping?: Grouping | undefined;
  /** Absent: all, or within the budget those that matter most. */
  readonly opening?: Opening | undefined;
  readonly budget?: number;
  /** Components that are on the map even if their group is shut. */
  readonly present?: Iterable<ComponentId>;
}

interface Slice<C extends VisibleComponent, D extends Ends> {
  readonly components: readonly C[];
  /** Those with an end outside the slice are left out. */
  readonly dependencies: readonly D[];
}

/**
 * What of a slice is on the map: components, groups that stand for theirs, and bundles of the dependencies between
 * them. The same slice gives the same graph. A slice within the budget is shown as it is.
 */
export function visibleGraph<C extends VisibleComponent, D extends Ends>(
  { components, dependencies }: Slice<C, D>,
  { grouping: chosen, opening, budget = VISIBLE_BUDGET, present = [] }: VisibleOptions = {},
): VisibleGraph<C, D> {
  const ids = components.map(({ id }) => id);
  const isOver = components.length > budget;
  // Most slices need neither clusters nor what matters, and these cost more than all the rest.
  const needsClusters = chosen ? chosen.includes('cluster') : components.length > WHOLE_UP_TO;
  const needsMatter = isOver && opening === undefined;
  const network = networkOf(ids, needsClusters || needsMatter ? dependencies : []);
  const clusters = needsClusters ? clustersOf(ids, dependencies, network) : [];
  const grouping = chosen ?? chooseGrouping(components, clusters, budget);
  const roots = groupTree(components, grouping, clusters);
  const isOpen = openingOf(
    opening ?? (needsMatter ? { open: chooseOpen(roots, matterOf(components, network), budget) } : ALL),
  );

  const apart = new Set(present);
  const elements = new Map<ComponentId, ElementId>(ids.map((id) => [id, id]));
  const paths = new Map<ElementId, readonly GroupId[]>();
  const groups: VisibleGroup<C>[] = [];
  const standing: ComponentId[] = [];
  let hidden = 0;
  const visit = ({ id, path, dimension, name, members: numbers, children }: GroupNode) => {
    const members = numbers.flatMap((number) => components[number] ?? []);
    const open = isOpen(id) || members.every((member) => apart.has(member.id));
    const within = open ? [] : members.filter((member) => !apart.has(member.id));
    for (const member of within) elements.set(member.id, id);
    hidden += within.length;
    if (!open) standing.push(...members.flatMap((member) => (apart.has(member.id) ? member.id : [])));
    groups.push({
      id,
      path,
      dimension,
      name,
      isOpen: open,
      members,
      hidden: within.length,
      ...rollUp(members),
    });
    paths.set(id, path.slice(0, -1));
    if (open) children.forEach(visit);
    if (!open || children.length === 0)
      for (const member of members) paths.set(member.id, open ? path : path.slice(0, -1));
  };
  roots.forEach(visit);

  return {
    grouping,
    components: hidden === 0 ? components : components.filter(({ id }) => elements.get(id) === id),
    groups,
    ...bundle(dependencies, elements),
    hidden,
    apart: standing,
    pathOf: (id) => paths.get(id) ?? [],
    elementOf: (id) => elements.get(id),
  };
}

const ALL: Opening = { shut: new Set() };

function openingOf(opening: Opening): (id: GroupId) => boolean {
  return 'open' in opening ? (id) => opening.open.has(id) : (id) => !opening.shut.has(id);
}
