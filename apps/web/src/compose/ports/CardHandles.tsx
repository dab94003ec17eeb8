import { type ComponentId, parseComponentId } from '@karma/core';
import { draftFiles, type Ports, portsOf } from '@karma/editor';
import { NodeToolbar, Position, useStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useState } from 'react';
import { useChangeView } from '../../app/use-view';
import { useHovered } from '../../canvas/emphasis-store';
import { startDrag } from '../canvas/drag';
import { useDraft, useSurroundings } from '../draft-store';
import { loadSurroundings } from '../surroundings';
import classes from './CardHandles.module.css';
import { dragOfNeeds } from './drag-of-needs';
import { dragOfOutput } from './drag-of-output';

/** From here on a card is larger than its handles. */
const NEAR = 0.4;
/** As many cards of the draft have handles all the time. */
const MOST = 24;
/** Milliseconds that a card keeps its handles when the pointer goes on, to them for one. */
const PATIENCE = 300;

/**
 * Handles for the pointer at the sides of cards: at the right, dragged to what the card needs, at the left, dragged to
 * who is to use it. Cards of the draft and the selected one have them always, others while the pointer rests on them.
 */
export function CardHandles({ selected }: { selected: ComponentId | undefined }) {
  const isNear = useStore(({ transform }) => transform[2] >= NEAR);
  const draft = useDraft();
  const rested = useRestedOn();
  const ids = useMemo(() => {
    const drawn = draft ? draftFiles(draft).flatMap(({ id, after }) => (after === null ? [] : [id])) : [];
    return new Set([...(rested ? [rested] : []), ...(selected ? [selected] : []), ...drawn.slice(-MOST)]);
  }, [draft, rested, selected]);
  return isNear ? [...ids].map((id) => <Handles key={id} id={id} />) : null;
}

/** The card that the pointer rests on, or just left. */
function useRestedOn(): ComponentId | undefined {
  const hovered = useHovered(({ id }) => id);
  const [rested, setRested] = useState(hovered);
  useEffect(() => {
    const timer = setTimeout(() => setRested(hovered), hovered ? 0 : PATIENCE);
    return () => clearTimeout(timer);
  }, [hovered]);
  return rested ? parseComponentId(rested) : undefined;
}

function Handles({ id }: { id: ComponentId }) {
  const surroundings = useSurroundings();
  const change = useChangeView();
  useEffect(() => {
    // Without them there are no handles: what cannot be read is told when the card is selected.
    loadSurroundings([id]).catch(() => undefined);
  }, [id]);
  const ports = useMemo(() => surroundings && portsOf(id, surroundings), [id, surroundings]);
  if (!surroundings || !ports || surroundings.text(id) === null) return null;
  const of = (side: 'needs' | 'gives', drag: Parameters<typeof startDrag>[1]) => ({
    'aria-hidden': true,
    'data-handle': `${side} ${id}`,
    className: `${classes.handle} nopan nodrag`,
    onPointerEnter: () => useHovered.setState({ id }),
    onPointerLeave: () => useHovered.setState({ id: null }),
    onPointerDown: (event: PointerEvent) => startDrag(event, drag),
    onClick: () => change({ sel: id }),
  });
  return (
    <>
      {ports.references.length > 0 && (
        <NodeToolbar nodeId={id} isVisible position={Position.Right} offset={-7}>
          <div
            {...of('needs', dragOfNeeds(id, surroundings))}
            data-state={stateOf(ports)}
            title="Drag to what it needs"
          />
        </NodeToolbar>
      )}
      {ports.outputs.length > 0 && (
        <NodeToolbar nodeId={id} isVisible position={Position.Left} offset={-7}>
          <div
            {...of('gives', dragOfOutput(id, surroundings))}
            data-state="filled"
            title="Drag to who is to use it"
          />
        </NodeToolbar>
      )}
    </>
  );
}

function stateOf({ references }: Ports): 'missing' | 'free' | 'filled' {
  const free = references.filter(({ value }) => value === null);
  if (free.some(({ required }) => required)) return 'missing';
  return free.length > 0 ? 'free' : 'filled';
}
