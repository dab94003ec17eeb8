import type { PointerEvent as ReactPointerEvent } from 'react';
import { type Point, useComposer, type Verdict } from './composer';

/** Pixels before a press becomes a drag. */
const THRESHOLD = 4;

interface Drag {
  readonly label: string;
  readonly type: string | null;
  /** Whether a line leads from where it began. */
  readonly isLine?: boolean;
  /** Once, as soon as it is a drag. */
  readonly onStart?: () => void;
  /** What is said of a place under the pointer. */
  readonly judge?: (at: Point) => Verdict | null;
  readonly onDrop: (at: Point) => void;
  /** Whatever way it ended. */
  readonly onEnd?: () => void;
}

/** Whether a point is on the canvas, with nothing over it that is no part of the graph. */
export function isOnCanvas({ x, y }: Point): boolean {
  const element = document.elementFromPoint(x, y);
  return element?.closest('.react-flow') !== null && element !== null;
}

/** Where a line leads from: the middle of the dot in what was pressed. */
function originOf(pressed: Element): Point {
  const dot = pressed.querySelector('[data-origin]') ?? pressed;
  const { left, top, width, height } = dot.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/**
 * Follows a pointer from where it was pressed; Escape gives up. A press without a move is no drag, and stays the click
 * that it is.
 */
export function startDrag(press: ReactPointerEvent, drag: Drag): void {
  const { clientX, clientY, button, pointerId } = press;
  if (button !== 0) return;
  const start = { x: clientX, y: clientY };
  const origin = drag.isLine ? originOf(press.currentTarget) : null;
  const { label, type } = drag;
  let isDrag = false;

  function move(event: PointerEvent) {
    if (event.pointerId !== pointerId) return;
    const at = { x: event.clientX, y: event.clientY };
    if (!isDrag && Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return;
    if (!isDrag) drag.onStart?.();
    isDrag = true;
    event.preventDefault();
    const judge = () => (isOnCanvas(at) ? (drag.judge?.(at) ?? null) : null);
    useComposer.setState({ dragging: { label, type, at, from: origin, judge } });
  }

  function up(event: PointerEvent) {
    if (event.pointerId !== pointerId) return;
    const at = { x: event.clientX, y: event.clientY };
    const isDropped = isDrag && isOnCanvas(at);
    stop();
    if (isDropped) drag.onDrop(at);
  }

  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  }

  function stop() {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', stop);
    removeEventListener('keydown', key, true);
    if (!isDrag) return;
    useComposer.setState({ dragging: null });
    // The click that ends a drag is none.
    const swallow = (event: MouseEvent) => event.stopPropagation();
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    drag.onEnd?.();
  }

  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', stop);
  addEventListener('keydown', key, true);
}
