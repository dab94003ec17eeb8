import { type ElementId, isGroupId } from '@karma/core';
import type { LayoutInput } from '@karma/layout';
import { CARD } from '@karma/render';
import type { Visible } from './visible-slice';

/** A bundle says which of two shut groups comes first when so many times more lead this way than back. */
const DOMINANT = 2;

/** What is on the map: components, and shut groups in place of theirs. */
export const elementsOf = ({ components, groups }: Visible): ElementId[] => [
  ...components.map(({ id }) => id),
  ...groups.flatMap(({ id, isOpen }) => (isOpen ? [] : id)),
];

/** What is on the map as boxes and arrows. */
export function boxesAndArrows(visible: Visible): Pick<LayoutInput, 'boxes' | 'arrows'> {
  return {
    boxes: [
      ...visible.components.map(({ id }) => ({ id, ...CARD, group: visible.pathOf(id) })),
      ...visible.groups
        .filter(({ isOpen }) => !isOpen)
        .map(({ id, path, members }) => ({
          id,
          ...CARD,
          group: path.slice(0, -1),
          standsFor: members.map((member) => member.id),
        })),
    ],
    arrows: [...visible.dependencies, ...leadingBundles(visible)],
  };
}

/** The bundles that say where things belong: groups that need one another would only stand in a long row. */
function leadingBundles({ bundles }: Visible) {
  const counts = new Map(bundles.map(({ from, to, dependencies }) => [`${from}~${to}`, dependencies.length]));
  return bundles.filter(({ from, to, dependencies }) => {
    if (!isGroupId(from) || !isGroupId(to)) return true;
    return dependencies.length >= DOMINANT * (counts.get(`${to}~${from}`) ?? 0);
  });
}
