import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { formatCount } from './format';

interface CappedProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  /** How many are shown at first. */
  readonly first?: number;
}

const STEP = 50;

/** The first of a long list, and a button for more; put it inside the list element. */
export function Capped<T>({ items, keyOf, children, first = STEP }: CappedProps<T>) {
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <>
      {items.slice(0, shown).map((item) => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      {rest > 0 && (
        <li>
          <Button variant="subtle" size="compact-xs" onClick={() => setShown(shown + STEP)}>
            Show {formatCount(Math.min(rest, STEP))} more
            {rest > STEP && ` of ${formatCount(rest)}`}
          </Button>
        </li>
      )}
    </>
  );
}
