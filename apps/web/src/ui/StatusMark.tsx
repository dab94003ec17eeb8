import type { Status } from '@karma/core';
import {
  type Icon,
  IconBolt,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconQuestionMark,
  IconUnlink,
  IconWorld,
} from '@tabler/icons-react';
import classes from './StatusMark.module.css';
import { STATUS_MEANINGS } from './words';

const MARKS: Readonly<Record<Status, { icon: Icon; tone: 'good' | 'info' | 'muted' | 'warn' | 'bad' }>> = {
  deployed: { icon: IconCircleCheckFilled, tone: 'good' },
  published: { icon: IconCircleHalf2, tone: 'info' },
  declared: { icon: IconCircleDashed, tone: 'muted' },
  'runtime-only': { icon: IconBolt, tone: 'muted' },
  orphaned: { icon: IconUnlink, tone: 'warn' },
  missing: { icon: IconQuestionMark, tone: 'bad' },
  external: { icon: IconWorld, tone: 'muted' },
};

/** The mark of a status alone; its meaning on hover. */
export function StatusIcon({ status }: { status: Status }) {
  const { icon: Mark, tone } = MARKS[status];
  return (
    <span className={classes.status} data-tone={tone} title={STATUS_MEANINGS[status]}>
      <Mark size={13} aria-label={status} />
    </span>
  );
}

/** The status as a word with a mark of its own shape, so that colour is never alone. */
export function StatusMark({ status }: { status: Status }) {
  const { icon: Mark, tone } = MARKS[status];
  return (
    <span className={classes.status} data-tone={tone} title={STATUS_MEANINGS[status]}>
      <Mark size={13} aria-hidden />
      {status}
    </span>
  );
}
