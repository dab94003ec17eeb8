import { parseComponentId } from '@karma/core';
import type { Position } from '@karma/layout';
import type { ReactFlowProps } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useComposing } from '../app/composing';
import { arrange } from './arrangement/store';
import type { Arrow, ElementNode } from './to-flow';
import type { LaidOut } from './use-laid-out';

/** Pixels before a press becomes a drag. */
const THRESHOLD = 4;

/** A card that follows the pointer. */
export interface Dragged {
  readonly id: string;
  readonly place: Position;
}

type Drag = Pick<
  ReactFlowProps<ElementNode, Arrow>,
  'nodeDragThreshold' | 'onNodesChange' | 'onNodeDrag' | 'onNodeDragStop'
>;

/** Cards can be dragged, and stay pinned where they are dropped. */
export function useDrag({ places }: LaidOut): { dragged: Dragged | null; drag: Drag } {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new places have what was dropped.
  useEffect(() => setDragged(null), [places]);
  return {
    dragged,
    drag: {
      nodeDragThreshold: THRESHOLD,
      onNodesChange(changes) {
        for (const change of changes) {
          if (change.type === 'position' && change.dragging && change.position)
            setDragged({ id: change.id, place: change.position });
        }
      },
      onNodeDrag: (event, { id }) => tellComposer('carryCard', id, event),
      onNodeDragStop(event, { id, position }) {
        arrange.pin(id, { x: Math.round(position.x), y: Math.round(position.y) });
        tellComposer('dropCard', id, event);
      },
    },
  };
}

/** While a draft is open, where a card is carried means something. */
function tellComposer(what: 'carryCard' | 'dropCard', text: string, event: MouseEvent | TouchEvent): void {
  const id = parseComponentId(text);
  const pointer = 'clientX' in event ? event : event.changedTouches[0];
  if (id && pointer)
    useComposing.getState().composing?.[what](id, { x: pointer.clientX, y: pointer.clientY });
}
