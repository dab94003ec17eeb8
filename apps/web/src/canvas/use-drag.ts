import type { Position } from '@karma/layout';
import type { ReactFlowProps } from '@xyflow/react';
import { useEffect, useState } from 'react';
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
  'nodeDragThreshold' | 'onNodesChange' | 'onNodeDragStop'
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
      onNodeDragStop: (_, { id, position }) =>
        arrange.pin(id, { x: Math.round(position.x), y: Math.round(position.y) }),
    },
  };
}
