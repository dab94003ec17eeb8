import type { VisibleGroup } from '@karma/core';
import { GROUP_PADDING } from '@karma/layout';
import type { Card } from '../api/types';
import type { Places } from './neighbour';
import { boundsOf, type Rectangle } from './place-grid';
import type { Visible } from './visible-slice';

/** The rectangle around all that stands in an open group, in the coordinates of the graph. */
export interface Frame extends Rectangle {
  readonly group: VisibleGroup<Card>;
}

/** One frame for each open group, outer ones first. */
export function framesOf({ components, groups, pathOf }: Visible, places: Places): Frame[] {
  const { top, side } = GROUP_PADDING;
  const inner = new Map<string, Rectangle[]>();
  const put = (group: string | undefined, rectangle: Rectangle) => {
    if (group === undefined) return;
    const list = inner.get(group);
    if (list) list.push(rectangle);
    else inner.set(group, [rectangle]);
  };
  if (groups.length === 0) return [];
  const shut = groups.filter(({ isOpen }) => !isOpen);
  for (const { id } of [...components, ...shut]) {
    const place = places.get(id);
    const rectangle = place && boundsOf([place]);
    if (rectangle) put(pathOf(id).at(-1), rectangle);
  }
  const frames: Frame[] = [];
  for (const group of groups.toReversed()) {
    const content = group.isOpen ? around(inner.get(group.id) ?? []) : null;
    if (!content) continue;
    const frame = {
      group,
      left: content.left - side,
      top: content.top - top,
      right: content.right + side,
      bottom: content.bottom + side,
    };
    frames.unshift(frame);
    put(group.path.at(-2), frame);
  }
  return frames;
}

function around(rectangles: readonly Rectangle[]): Rectangle | null {
  return rectangles.reduce<Rectangle | null>(
    (all, each) =>
      all
        ? {
            left: Math.min(all.left, each.left),
            top: Math.min(all.top, each.top),
            right: Math.max(all.right, each.right),
            bottom: Math.max(all.bottom, each.bottom),
          }
        : each,
    null,
  );
}
