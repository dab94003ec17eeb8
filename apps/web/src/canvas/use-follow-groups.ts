import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { isMostlySeen, revealing } from './camera';
import { useCanvasCommands } from './commands';
import { framesOf } from './frames';
import { boundsOf, type Rectangle } from './place-grid';
import type { LaidOut } from './use-laid-out';
import { MOTION } from './use-motion';

/** Follows a group that is opened or shut out of sight; where several are at once, shows everything. */
export function useFollowGroups(laidOut: LaidOut) {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const duration = useReducedMotion() ? 0 : MOTION;
  const last = useRef(laidOut);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is laid out anew may have opened a group.
  useEffect(() => {
    const before = last.current;
    last.current = laidOut;
    const toggled = toggledGroups(before, laidOut);
    const [group] = toggled;
    if (toggled.length > 1) return useCanvasCommands.getState().fit();
    const bounds = group && boundsOfGroup(laidOut, group);
    const here = flow.getViewport();
    if (!bounds || isMostlySeen(bounds, here, { width, height })) return;
    const viewport = revealing(bounds, here, { width, height });
    if (viewport) void flow.setViewport(viewport, { duration });
  }, [laidOut]);
}

type Group = LaidOut['visible']['groups'][number];

/** The groups that were shut and are open now, or the other way round, in the same view. */
function toggledGroups(before: LaidOut, now: LaidOut): Group[] {
  if (before.view !== now.view) return [];
  const wasOpen = new Map(before.visible.groups.map(({ id, isOpen }) => [id, isOpen]));
  return now.visible.groups.filter(({ id, isOpen }) => wasOpen.get(id) === !isOpen);
}

function boundsOfGroup({ visible, places }: LaidOut, { id, isOpen }: Group): Rectangle | null | undefined {
  if (isOpen) return framesOf(visible, places).find(({ group }) => group.id === id);
  const place = places.get(id);
  return place && boundsOf([place]);
}
