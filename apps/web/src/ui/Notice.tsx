import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

interface NoticeProps {
  readonly icon: Icon;
  readonly title: string;
  readonly role?: 'alert' | 'status';
  /** What follows from it: a line of text, a way on. */
  readonly children?: ReactNode;
}

/** What a panel says when it has nothing else to show. */
export function Notice({ icon: Icon, title, role, children }: NoticeProps) {
  return (
    <div className={classes.notice} role={role}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  );
}
