import type { ComponentId } from '@karma/core';
import type { ReactNode } from 'react';
import { ComponentLink } from '../ui/ComponentLink';
import classes from './Lineage.module.css';

interface TraceHeaderProps {
  readonly title: string;
  /** The component that is asked about. */
  readonly id?: ComponentId;
  /** Controls that narrow the question. */
  readonly children?: ReactNode;
}

/** What is asked, and about which component. */
export function TraceHeader({ title, id, children }: TraceHeaderProps) {
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>{title}</h2>
      {id && (
        <div className={classes.subject}>
          <ComponentLink id={id} />
        </div>
      )}
      {children}
    </header>
  );
}
