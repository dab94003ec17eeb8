import { type Bundle, componentName, type ElementId, isGroupId } from '@karma/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { Edge } from '../api/types';
import { dependencySelection } from '../app/view';
import { useVisible } from '../canvas/use-visible';
import { plural } from '../ui/format';
import { ViewLink } from '../ui/ViewLink';
import classes from './BundleRow.module.css';

/** A bundle as seen from a group: the way, the other end, how many it holds. */
export function BundleRow({
  bundle: { from, to, dependencies },
  of,
}: {
  bundle: Bundle<Edge>;
  of: ElementId;
}) {
  const visible = useVisible();
  const isOut = from === of;
  const other = isOut ? to : from;
  const Arrow = isOut ? IconArrowRight : IconArrowLeft;
  const name = isGroupId(other)
    ? (visible?.groups.find(({ id }) => id === other)?.name ?? other)
    : componentName(other).nickname;
  return (
    <ViewLink patch={{ sel: dependencySelection(from, to) }} className={classes.row}>
      <Arrow size={14} aria-label={isOut ? 'depends on' : 'used by'} />
      <span className={classes.name}>{name}</span>
      <span className={classes.count}>{plural(dependencies.length, 'dependency', 'dependencies')}</span>
    </ViewLink>
  );
}
