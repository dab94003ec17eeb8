import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { Capped } from '../ui/Capped';
import { formatCount } from '../ui/format';
import classes from './Lineage.module.css';

interface RingProps<T> {
  readonly title: string;
  /** How many there are in all; more than `items` when the answer was cut. */
  readonly count: number;
  /** The largest count of all rings, for the length of the bar. */
  readonly largest: number;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** The components at one distance, or in one wave, under a heading with their number as a bar. */
export function Ring<T>({ title, count, largest, items, keyOf, children }: RingProps<T>) {
  return (
    <section className={classes.ring} aria-label={`${title}: ${count}`}>
      <h3 className={classes.ringTitle}>
        {title}
        <Progress className={classes.bar} size={4} value={(100 * count) / Math.max(largest, 1)} aria-hidden />
        <span className={classes.ringCount}>{formatCount(count)}</span>
      </h3>
      <ul className={classes.rows}>
        <Capped items={items} keyOf={keyOf} first={12}>
          {(item) => <li>{children(item)}</li>}
        </Capped>
      </ul>
    </section>
  );
}
