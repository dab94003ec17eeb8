import {
  type GroupId,
  type Grouping,
  groupIdOf,
  groupPath,
  type Opening,
  type VisibleGroup,
} from '@karma/core';
import type { ViewParams } from './search-params';
import type { ViewPatch } from './view';

/** In `open` or `shut`: every group. */
const ALL = '*';

/** By what components stand together, as the view asks for; `undefined` leaves it to the size of the slice. */
export function chosenGrouping({ group }: Pick<ViewParams, 'group'>): Grouping | undefined {
  return group?.flatMap((word) => (word === 'none' ? [] : word));
}

/** Which groups are open, as the view asks for; `undefined` leaves it to what matters. */
export function chosenOpening({ open, shut }: Pick<ViewParams, 'open' | 'shut'>): Opening | undefined {
  if (open?.includes(ALL)) return { shut: new Set() };
  if (open) return { open: new Set(open.map(groupIdOf)) };
  if (shut?.includes(ALL)) return { open: new Set() };
  return shut && { shut: new Set(shut.map(groupIdOf)) };
}

export const OPEN_ALL: ViewPatch = { open: [ALL], shut: undefined };
export const SHUT_ALL: ViewPatch = { open: undefined, shut: [ALL] };

/** Another grouping; which groups are open is decided anew. */
export const groupBy = (grouping: Grouping): ViewPatch => ({
  group: grouping.length > 0 ? [...grouping] : ['none'],
  open: undefined,
  shut: undefined,
});

type Stands = Pick<VisibleGroup, 'id' | 'isOpen'>;

/** Opens a shut group, or shuts an open one, and keeps the others as they are. */
export const toggleGroup = (groups: readonly Stands[], toggled: GroupId): ViewPatch =>
  opening(groups.map(({ id, isOpen }) => ({ id, isOpen: isOpen !== (id === toggled) })));

/** Opens groups, also such as are out of sight within shut ones, and keeps the others as they are. */
export const openGroups = (groups: readonly Stands[], ids: readonly GroupId[]): ViewPatch =>
  opening([...groups.filter(({ id }) => !ids.includes(id)), ...ids.map((id) => ({ id, isOpen: true }))]);

/** In the words of the view: whichever list is shorter. */
function opening(groups: readonly Stands[]): ViewPatch {
  const open: string[] = [];
  const shut: string[] = [];
  for (const { id, isOpen } of groups) (isOpen ? open : shut).push(groupPath(id));
  if (shut.length === 0) return OPEN_ALL;
  if (open.length === 0) return SHUT_ALL;
  return open.length <= shut.length ? { open, shut: undefined } : { open: undefined, shut };
}
