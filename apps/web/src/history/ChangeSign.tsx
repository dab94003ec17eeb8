import { VisuallyHidden } from '@mantine/core';
import type { ChangeKind } from './changes';
import classes from './History.module.css';

const SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', changed: '~', removed: '−' };

/** The sign of a change before the element that it is about. */
export function ChangeSign({ kind }: { kind: ChangeKind }) {
  return (
    <span className={classes.sign} data-kind={kind} title={kind}>
      <span aria-hidden>{SIGNS[kind]}</span>
      <VisuallyHidden>{kind}</VisuallyHidden>
    </span>
  );
}
