import { type ElementId, isEqual, isGroupId } from '@karma/core';
import { useStore } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { Card } from '../api/types';
import { useEmphasis } from './emphasis-store';
import { hasFrameHeads } from './near-cards';
import type { Scene } from './paint/scene';
import type { MarksWithin } from './patch/marks-within';
import { mutedWords, type Quiet } from './quiet';
import { tellApart } from './tell-apart';
import {
  componentToNode,
  type ElementNode,
  type FrameNode,
  frameToNode,
  type GroupNode,
  groupToNode,
} from './to-flow';
import type { Dragged } from './use-drag';
import type { LaidOut } from './use-laid-out';

interface Shown {
  readonly scene: Scene;
  /** What the open draft does to the members of shut groups. */
  readonly within: MarksWithin;
  /** The cards that React draws. */
  readonly ids: readonly ElementId[];
  readonly dragged: Dragged | null;
}

/** What React draws: cards of components and of shut groups, and near, the heads of frames. */
export function useNodes(laidOut: LaidOut, { scene, within, ids, dragged }: Shown): ElementNode[] {
  const hasHeads = useStore((state) => hasFrameHeads(state.transform[2]));
  const quiet = useEmphasis((state) => state.quiet);
  const nodeOf = useMemo(() => nodesOf(laidOut, quiet, within), [laidOut, quiet, within]);
  const { places } = laidOut;
  return useKept(
    useMemo(
      () => [
        ...(hasHeads ? scene.frames.map(frameToNode) : []),
        ...ids.flatMap((id) => {
          const place = dragged?.id === id ? dragged.place : places.get(id);
          return (place && nodeOf(id, place)) ?? [];
        }),
      ],
      [hasHeads, scene, ids, places, nodeOf, dragged],
    ),
  );
}

/** Finds the node of what is on the map. */
function nodesOf({ visible, pins }: LaidOut, quiet: Quiet, within: MarksWithin) {
  const groups = new Map(visible.groups.map((group) => [group.id, group]));
  let cards: ReadonlyMap<ElementId, Card> | undefined;
  let apart: ReadonlyMap<ElementId, string> | undefined;
  return (id: ElementId, place: Dragged['place']): ElementNode | undefined => {
    if (isGroupId(id)) {
      const group = groups.get(id);
      return group && groupToNode(group, place, { isPinned: pins.has(id), marks: within.get(id) });
    }
    cards ??= new Map(visible.components.map((each) => [each.id, each]));
    apart ??= tellApart(visible.components);
    const card = cards.get(id);
    const about = { isPinned: pins.has(id), apart: apart.get(id) };
    return card && componentToNode(card, place, { ...about, muted: mutedWords(quiet, card.id) });
  };
}

/** Keeps a node's object while its content and its place are the same, so that it is not drawn again. */
function useKept(nodes: ElementNode[]): ElementNode[] {
  const last = useRef(new Map<string, ElementNode>());
  return useMemo(() => {
    const kept = nodes.map((node) => {
      const old = last.current.get(node.id);
      const isSame =
        old !== undefined &&
        isSameContent(old, node) &&
        old.data.isPinned === node.data.isPinned &&
        old.ariaLabel === node.ariaLabel &&
        old.width === node.width &&
        old.position.x === node.position.x &&
        old.position.y === node.position.y;
      return isSame ? old : node;
    });
    last.current = new Map(kept.map((node) => [node.id, node]));
    return kept;
  }, [nodes]);
}

function isSameContent({ data: a }: ElementNode, { data: b }: ElementNode): boolean {
  if ('card' in a || 'card' in b)
    return 'card' in a && 'card' in b && a.card === b.card && a.apart === b.apart;
  return isEqual(shownOf(a), shownOf(b));
}

/** Groups are made anew with the map: what is shown of one is how many members it has, not which. */
const shownOf = ({ group }: (GroupNode | FrameNode)['data']) => ({ ...group, members: group.members.length });
