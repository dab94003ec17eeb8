import { Popover, type PopoverProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './AskHere.module.css';
import type { Point } from './composer';

interface AskHereProps extends Pick<PopoverProps, 'position' | 'withArrow'> {
  readonly title: string;
  /** On the screen. */
  readonly at: Point;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small dialog at a place of the canvas: where something was dropped, or asked for. */
export function AskHere({ title, at, onClose, children, ...popover }: AskHereProps) {
  return (
    <Popover opened onChange={onClose} shadow="md" trapFocus withinPortal withRoles={false} {...popover}>
      <Popover.Target>
        <div className={classes.place} style={{ left: at.x, top: at.y }} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={title} p={10}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
