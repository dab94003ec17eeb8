import type { ComponentId } from '@karma/core';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type MouseEvent, useRef } from 'react';
import { useChangeView } from '../app/use-view';
import { focusOn } from '../app/view';
import { useEmphasis } from './emphasis-store';
import { arrowAt } from './paint/curve';
import type { Scene } from './paint/scene';
import type { PlaceGrid } from './place-grid';

/** Pixels beside a card or an arrow that still count. */
const REACH = 5;
/** From afar arrows are too close to be told apart. */
const ARROWS_FROM = 0.3;
const DOUBLE_CLICK = 2;

/**
 * What the pointer does on the pane: rests on, selects and opens cards and arrows that are drawn on the canvas layer
 * (`drawn`; none when React draws all of them), and clears the selection where there is nothing.
 */
export function usePointer(
  drawn: { readonly scene: Scene; readonly grid: PlaceGrid } | null,
  setHovered: (id: ComponentId | null) => void,
) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const change = useChangeView();
  const hovered = useRef<ComponentId | undefined>(undefined);

  function cardAt({ clientX, clientY }: MouseEvent): ComponentId | undefined {
    const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY });
    return drawn?.grid.at(x, y, REACH / flow.getZoom());
  }

  function selectionAt(event: MouseEvent): string | undefined {
    const card = cardAt(event);
    const { transform, domNode } = store.getState();
    const [x, y, zoom] = transform;
    if (card || !drawn || !domNode || zoom < ARROWS_FROM) return card;
    const { left, top } = domNode.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    const { emphasis, quiet } = useEmphasis.getState();
    const lines = drawn.scene.lines.filter(({ id }) => !quiet.hidden.has(id) || emphasis?.edges.has(id));
    return arrowAt({ lines }, { x, y, zoom }, point, REACH);
  }

  function hover(card: ComponentId | undefined, pane: EventTarget) {
    if (card === hovered.current) return;
    hovered.current = card;
    setHovered(card ?? null);
    if (pane instanceof HTMLElement) pane.style.cursor = card ? 'pointer' : '';
  }

  return {
    onPaneClick: (event: MouseEvent) => {
      const card = event.detail === DOUBLE_CLICK ? cardAt(event) : undefined;
      change(card ? focusOn(card) : { sel: selectionAt(event) });
    },
    onPaneMouseMove: (event: MouseEvent) => drawn && hover(cardAt(event), event.currentTarget),
    onPaneMouseLeave: (event: MouseEvent) => drawn && hover(undefined, event.currentTarget),
  };
}
