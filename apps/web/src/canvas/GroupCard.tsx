import { IconChevronRight, IconPinFilled, IconStack2 } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { plural } from '../ui/format';
import { StatusMark } from '../ui/StatusMark';
import { useComponentRole, useDistance } from './emphasis-store';
import classes from './GroupCard.module.css';
import { MarkBadges } from './patch/MarkBadge';
import { findingCount, type GroupNode } from './to-flow';

/** A shut group on the canvas: what it is, how much is in it, the worst of that, and what the draft does there. */
export const GroupCard = memo(function GroupCard({
  id,
  data: { group, isPinned, marks },
}: NodeProps<GroupNode>) {
  const role = useComponentRole(id);
  const distance = useDistance(id);
  const findings = findingCount(group);
  const { error, warning } = group.findings;
  return (
    <div className={classes.card} data-role={role}>
      <Handle className={classes.handle} type="target" position={Position.Left} isConnectable={false} />
      <span className={classes.icon}>
        <IconStack2 size={20} stroke={1.5} aria-hidden />
      </span>
      <div className={classes.text}>
        <div className={classes.name}>{group.name}</div>
        <div className={classes.count}>{plural(group.hidden, 'component')}</div>
        <div className={classes.status}>
          <StatusMark status={group.status} />
        </div>
      </div>
      <span className={classes.open} data-toggle-group title="Open the group">
        <IconChevronRight size={18} aria-hidden />
      </span>
      {marks && <MarkBadges counts={marks} />}
      {isPinned && !marks && (
        <span className={classes.pin} title="Pinned: stays here until it is let go">
          <IconPinFilled size={12} aria-hidden />
        </span>
      )}
      {findings > 0 && (
        <span className={classes.findings} data-severity={error ? 'error' : warning ? 'warning' : 'info'}>
          {findings}
        </span>
      )}
      {distance !== undefined && <span className={classes.distance}>{distance}</span>}
      <Handle className={classes.handle} type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
});
