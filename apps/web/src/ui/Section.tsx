import { type ReactNode, useId } from 'react';
import { formatCount } from './format';
import classes from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** Controls at the end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a panel; sections that follow each other are parted by a line. */
export function Section({ title, count, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
