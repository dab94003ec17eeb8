import { type GroupId, isGroupId } from '@karma/core';
import { useMemo } from 'react';
import type { GraphSlice } from '../api/types';
import { chosenGrouping, openGroups, toggleGroup } from '../app/grouping';
import { useChangeView, useView } from '../app/use-view';
import { visibleSlice } from '../canvas/visible-slice';
import { SEPARATOR } from './tree-groups';

/** A line of a group, not one within it. */
const isGroupLine = (key: string): key is GroupId => isGroupId(key) && !key.includes(SEPARATOR);

/** Which lines of the tree are open, in the URL: groups that people chose for the map are open there, too. */
export function useLines(graph: GraphSlice) {
  const { group, open: openAsked, shut: shutAsked, lines } = useView();
  const change = useChangeView();
  const asked = JSON.stringify([group, openAsked, shutAsked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for counts by its text.
  const groups = useMemo(
    () =>
      chosenGrouping({ group })?.length
        ? visibleSlice(graph, { group, open: openAsked, shut: shutAsked }, [], null).groups
        : [],
    [graph, asked],
  );
  const linesText = lines?.join('\n');
  const open = useMemo(
    () =>
      new Set<string>([
        ...(linesText?.split('\n') ?? []),
        ...groups.flatMap(({ id, isOpen }) => (isOpen ? id : [])),
      ]),
    [linesText, groups],
  );
  const write = (next: readonly string[]) => ({ lines: next.length > 0 ? [...next] : undefined });

  return {
    open,
    toggle(key: string) {
      if (isGroupLine(key)) return change(toggleGroup(groups, key), { replace: true });
      const others = (lines ?? []).filter((line) => line !== key);
      change(write(open.has(key) ? others : [...others, key]), { replace: true });
    },
    expand(keys: readonly string[]) {
      const shut = keys.filter((key) => !open.has(key));
      if (shut.length === 0) return;
      const inGroups = shut.filter(isGroupLine);
      change(
        {
          ...(inGroups.length > 0 && openGroups(groups, inGroups)),
          ...write([...(lines ?? []), ...shut.filter((key) => !isGroupLine(key))]),
        },
        { replace: true },
      );
    },
  };
}
