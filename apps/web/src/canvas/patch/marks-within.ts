import { type GroupId, isGroupId, parseComponentId } from '@karma/core';
import { formatCount } from '../../ui/format';
import type { Visible } from '../visible-slice';
import type { Mark, Patch } from './patch';

/** How many components a draft adds, changes and removes, in this order; kinds of which there are none are left out. */
export type MarkCounts = ReadonlyMap<Mark, number>;

/** By shut group; one in which the draft does nothing is left out. */
export type MarksWithin = ReadonlyMap<GroupId, MarkCounts>;

const KINDS: readonly Mark[] = ['added', 'changed', 'removed'];

/** What a draft does to the components that shut groups stand for. */
export function marksWithin(marks: Patch['marks'], { elementOf }: Pick<Visible, 'elementOf'>): MarksWithin {
  const found = new Map<GroupId, Mark[]>();
  for (const [key, mark] of marks) {
    const id = parseComponentId(key);
    const element = id && elementOf(id);
    if (!element || !isGroupId(element)) continue;
    const known = found.get(element);
    if (known) known.push(mark);
    else found.set(element, [mark]);
  }
  return new Map([...found].map(([id, all]) => [id, countsOf(all)]));
}

const countsOf = (marks: readonly Mark[]): MarkCounts =>
  new Map(
    KINDS.map((kind) => [kind, marks.filter((mark) => mark === kind).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );

/** `2 added, 1 removed by the draft`. */
export const countsInWords = (counts: MarkCounts) =>
  `${[...counts].map(([mark, count]) => `${formatCount(count)} ${mark}`).join(', ')} by the draft`;
