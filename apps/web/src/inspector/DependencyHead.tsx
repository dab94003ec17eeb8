import type { ComponentId } from '@karma/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ComponentLink } from '../ui/ComponentLink';
import { CloseButton } from './CloseButton';
import classes from './Inspector.module.css';

export interface DependencyEnds {
  /** The consumer. */
  readonly from: ComponentId;
  /** The provider. */
  readonly to: ComponentId;
}

/** Which two components a dependency is between; `children`: how sure it is. */
export function DependencyHead({ from, to, children }: DependencyEnds & { readonly children?: ReactNode }) {
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <h2 className={classes.nickname}>Dependency</h2>
        <div className={classes.tools}>
          {children}
          <CloseButton />
        </div>
      </div>
      <div className={classes.ends}>
        <ComponentLink id={from} />
        <p className={classes.between}>
          <IconArrowDown size={14} aria-hidden /> depends on
        </p>
        <ComponentLink id={to} />
      </div>
    </header>
  );
}
