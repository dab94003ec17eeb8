import type { VisibleGroup } from '@karma/core';
import { GROUP_PADDING, type Position } from '@karma/layout';
import { CARD } from '@karma/render';
import type { Card } from '../api/types';
import type { Places } from './neighbour';
import type { Rectangle } from './place-grid';
import type { Visible } from './visible-slice';

/** The rectangle around all that stands in an open group, in the coordinates of the graph. */
export interface Frame extends Rectangle {
  readonly group: VisibleGroup<Card>;
}

/** One frame for each open group, outer ones first. */
export function framesOf({ components, groups, pathOf }: Visible, places: Places): Frame[] {
  const { top, side } = GROUP_PADDING;
  const contents = new Map<string, Rectangle>();
  const put = (group: string | undefined, rectangle: Rectangle) => {
    if (group === undefined) return;
    const content = contents.get(group);
    contents.set(group, content ? around(content, rectangle) : rectangle);
  };
  if (groups.length === 0) return [];
  const shut = groups.filter(({ isOpen }) => !isOpen);
  for (const { id } of [...components, ...shut]) {
    const place = places.get(id);
    if (place) put(pathOf(id).at(-1), cardAt(place));
  }
  const frames: Frame[] = [];
  for (const group of groups.toReversed()) {
    const content = group.isOpen ? contents.get(group.id) : undefined;
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

const cardAt = ({ x, y }: Position): Rectangle => ({
  left: x,
  top: y,
  right: x + CARD.width,
  bottom: y + CARD.height,
});

const around = (one: Rectangle, other: Rectangle): Rectangle => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
