import { type ComponentId, isGroupId, type Opening, type VisibleGraph, visibleGraph } from '@karma/core';
import type { Card, Edge, GraphSlice } from '../api/types';
import { chosenGrouping, chosenOpening } from '../app/grouping';
import type { ViewParams } from '../app/search-params';

export type Visible = VisibleGraph<Card, Edge>;

/** What the view says about groups. */
export type Asked = Pick<ViewParams, 'group' | 'open' | 'shut'>;

/** What a view showed before. */
interface Before {
  readonly asked: Asked;
  readonly visible: Visible;
}

/** What is on the map of a slice. What nobody chose stays as it was `before`, so that a refresh moves nothing. */
export function visibleSlice(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  asked: Asked,
  present: readonly ComponentId[],
  before: Before | null,
): Visible {
  const isGroupedAlike = String(before?.asked.group) === String(asked.group);
  const isOpenAlike =
    isGroupedAlike &&
    String(before?.asked.open) === String(asked.open) &&
    String(before?.asked.shut) === String(asked.shut);
  return visibleGraph(
    { components, dependencies: edges },
    {
      grouping: chosenGrouping(asked) ?? (isGroupedAlike ? before?.visible.grouping : undefined),
      opening: chosenOpening(asked) ?? (before && isOpenAlike ? openingOf(before.visible) : undefined),
      present,
    },
  );
}

function openingOf({ groups }: Visible): Opening {
  const shut = groups.filter(({ isOpen }) => !isOpen);
  if (shut.length === 0) return { shut: new Set() };
  return { open: new Set(groups.flatMap(({ id, isOpen }) => (isOpen ? id : []))) };
}

/** Of the components that have to be on the map, those that are only there because of that. */
export function standingApart(present: readonly ComponentId[], visible: Visible | undefined): ComponentId[] {
  if (!visible) return [...present];
  return present.filter((id) => {
    const element = visible.elementOf(id);
    return element !== undefined && (isGroupId(element) || visible.apart.includes(id));
  });
}
