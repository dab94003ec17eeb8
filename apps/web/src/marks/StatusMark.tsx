import type { Status } from '@karma/core';
import type { ReactNode } from 'react';
import classes from './marks.module.css';
import { STATUS_WORDS } from './words';

/** One shape a status, so that colour never tells alone. On a grid of 12 by 12. */
const SHAPES: Readonly<Record<Status, ReactNode>> = {
  deployed: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  published: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  declared: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  'runtime-only': <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
  orphaned: (
    <path
      d="M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM3.2 8.8l5.6-5.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  missing: (
    <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.7" />
  ),
  external: <path d="M4 2.5h5.5V8M9 3 2.8 9.2" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

export function StatusGlyph({ status }: { status: Status }) {
  return (
    <svg
      className={classes.status}
      data-status={status}
      viewBox="0 0 12 12"
      width={12}
      height={12}
      aria-hidden
    >
      {SHAPES[status]}
    </svg>
  );
}

/** The status word with its shape; what it means on hover. */
export function StatusMark({ status }: { status: Status }) {
  const { label, meaning } = STATUS_WORDS[status];
  return (
    <span className={classes.mark} title={meaning}>
      <StatusGlyph status={status} />
      {label}
    </span>
  );
}
