import { IconChevronDown } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatCount } from '../ui/format';
import classes from './FrameHead.module.css';
import type { FrameNode } from './to-flow';

/** The head of an open group's frame: its name and size, and what shuts it. */
export const FrameHead = memo(function FrameHead({ data: { group } }: NodeProps<FrameNode>) {
  return (
    <div className={classes.head}>
      <span className={classes.shut} data-toggle-group title="Shut the group">
        <IconChevronDown size={18} aria-hidden />
      </span>
      <span className={classes.name}>{group.name}</span>
      <span className={classes.count}>{formatCount(group.members.length)}</span>
    </div>
  );
});
