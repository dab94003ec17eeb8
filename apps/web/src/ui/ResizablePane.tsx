import { useLocalStorage } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import classes from './ResizablePane.module.css';

interface ResizablePaneProps {
  /** Accessible name of the region. */
  readonly label: string;
  /** The edge that can be dragged; `top` makes it a sheet at the bottom. */
  readonly edge: 'left' | 'right' | 'top';
  /** The size is remembered under this key, on this machine. */
  readonly storageKey: string;
  /** Pixels. */
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly children: ReactNode;
}

const KEYBOARD_STEP = 24;

/** A region beside the stage that people can make wider, or as a bottom sheet higher, by mouse, touch or keys. */
export function ResizablePane({ label, edge, storageKey, initial, min, max, children }: ResizablePaneProps) {
  const [stored, store] = useLocalStorage({
    key: storageKey,
    defaultValue: initial,
    getInitialValueInEffect: false,
  });
  const clamp = (size: number) => Math.round(Math.min(max, Math.max(min, size)));
  const size = clamp(stored);
  const isSheet = edge === 'top';
  const growKey = { left: 'ArrowLeft', right: 'ArrowRight', top: 'ArrowUp' }[edge];
  const shrinkKey = { left: 'ArrowRight', right: 'ArrowLeft', top: 'ArrowDown' }[edge];

  const drag = (down: PointerEvent<HTMLElement>) => {
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const sign = edge === 'right' ? 1 : -1;
    const start = isSheet ? down.clientY : down.clientX;
    const move = (event: globalThis.PointerEvent) =>
      store(clamp(size + sign * ((isSheet ? event.clientY : event.clientX) - start)));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };

  const nudge = (event: KeyboardEvent) => {
    if (event.key !== growKey && event.key !== shrinkKey) return;
    event.preventDefault();
    event.stopPropagation();
    store(clamp(size + (event.key === growKey ? KEYBOARD_STEP : -KEYBOARD_STEP)));
  };

  return (
    <section
      aria-label={label}
      className={classes.pane}
      data-edge={edge}
      style={isSheet ? { height: size } : { width: size }}
    >
      {/** biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and dragged. */}
      <div
        className={classes.handle}
        role="separator"
        tabIndex={0}
        aria-label={`Resize ${label}`}
        aria-orientation={isSheet ? 'horizontal' : 'vertical'}
        aria-valuenow={size}
        aria-valuemin={min}
        aria-valuemax={max}
        onPointerDown={drag}
        onKeyDown={nudge}
      />
      <div className={classes.content}>{children}</div>
    </section>
  );
}
