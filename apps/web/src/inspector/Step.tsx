import { IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Timeline.module.css';

const ICONS = { done: IconCheck, none: IconMinus, unknown: IconQuestionMark };

interface StepProps {
  readonly tone: keyof typeof ICONS;
  readonly title: string;
  readonly children: ReactNode;
}

/** One step of a timeline: that it happened, or did not, or cannot be told. */
export function Step({ tone, title, children }: StepProps) {
  const Icon = ICONS[tone];
  return (
    <li className={classes.step} data-tone={tone}>
      <span className={classes.dot}>
        <Icon size={10} stroke={3} aria-hidden />
      </span>
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        <p className={classes.detail}>{children}</p>
      </div>
    </li>
  );
}
