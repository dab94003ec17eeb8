import { type ElementId, type GroupId, parseComponentId } from '@karma/core';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type MouseEvent, useEffect } from 'react';
import { openCardMenu } from '../app/card-menu';
import { useChangeView } from '../app/use-view';
import { focusOn, parseSelection } from '../app/view';
import { useCanvasCommands } from './commands';
import { useEmphasis, useHovered } from './emphasis-store';
import { arrowAt } from './paint/curve';
import { frameAt } from './paint/paint-frames';
import type { Scene } from './paint/scene';
import type { PlaceGrid } from './place-grid';

/** Pixels beside a card or an arrow that still count. */
const REACH = 5;
/** From afar arrows are too close to be told apart. */
const ARROWS_FROM = 0.3;
const DOUBLE_CLICK = 2;

/**
 * What the pointer does on the pane: rests on, selects and opens cards, arrows and names of frames that are drawn on
 * the canvas layer (`grid`: none when React draws all cards), and clears the selection where there is nothing.
 */
export function usePointer(
  { scene, grid }: { readonly scene: Scene; readonly grid: PlaceGrid | null },
  toggle: (id: GroupId) => void,
) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const change = useChangeView();

  function cardAt({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): ElementId | undefined {
    const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY });
    return grid?.at(x, y, REACH / flow.getZoom());
  }

  function selectionAt(event: Pick<MouseEvent, 'clientX' | 'clientY'>): string | undefined {
    const card = cardAt(event);
    const { transform, domNode } = store.getState();
    const [x, y, zoom] = transform;
    if (card || !domNode) return card;
    const { left, top } = domNode.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    const viewport = { x, y, zoom };
    const { emphasis, quiet } = useEmphasis.getState();
    const arrowOf = (lines: Scene['lines']) =>
      arrowAt(
        { lines: lines.filter(({ id }) => !quiet.hidden.has(id) || emphasis?.edges.has(id)) },
        viewport,
        point,
        REACH,
      );
    return (
      frameAt(scene.frames, viewport, point) ??
      arrowOf(scene.bundles) ??
      (zoom < ARROWS_FROM ? undefined : arrowOf(scene.lines))
    );
  }

  useEffect(() =>
    useCanvasCommands.setState({
      placeAt: flow.screenToFlowPosition,
      screenAt: flow.flowToScreenPosition,
      thingAt: ({ x, y }) =>
        drawnAt(x, y) ??
        (grid || scene.frames.length > 0 ? selectionAt({ clientX: x, clientY: y }) : undefined),
    }),
  );

  function open(event: MouseEvent) {
    const selection = parseSelection(selectionAt(event));
    if (selection?.kind === 'group') toggle(selection.id);
    else if (selection?.kind === 'component') change(focusOn(selection.id));
  }

  function hover(card: ElementId | undefined, { buttons, currentTarget, relatedTarget }: MouseEvent) {
    const isOnNode = relatedTarget instanceof Element && relatedTarget.closest('.react-flow__node');
    if (buttons !== 0 || isOnNode || (card ?? null) === useHovered.getState().id) return;
    useHovered.setState({ id: card ?? null });
    if (currentTarget instanceof HTMLElement) currentTarget.style.cursor = card ? 'pointer' : '';
  }

  return {
    onPaneClick: (event: MouseEvent) => {
      if (event.detail === DOUBLE_CLICK) open(event);
      else change({ sel: selectionAt(event) });
    },
    onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => {
      const id = parseComponentId(cardAt(event) ?? '');
      if (!id) return;
      event.preventDefault();
      openCardMenu({ id, x: event.clientX, y: event.clientY });
    },
    onPaneMouseMove: (event: MouseEvent) => grid && hover(cardAt(event), event),
    onPaneMouseLeave: (event: MouseEvent) => grid && hover(undefined, event),
  };
}

/** The card or arrow that is an element at a point of the screen, below a card that is being dragged. */
function drawnAt(x: number, y: number): string | undefined {
  const element = document
    .elementsFromPoint(x, y)
    .find((each) => !each.closest('.react-flow__node.dragging'))
    ?.closest('.react-flow__node, .react-flow__edge');
  return element?.getAttribute('data-id') ?? undefined;
}
