import type { Severity } from '@karma/core';
import { IconAlertTriangleFilled, IconCircleXFilled, IconInfoCircleFilled } from '@tabler/icons-react';
import { plural } from './format';
import classes from './marks.module.css';
import { SEVERITY_WORDS } from './words';

const ICONS = { error: IconCircleXFilled, warning: IconAlertTriangleFilled, info: IconInfoCircleFilled };

export function SeverityIcon({ severity, size = 14 }: { severity: Severity; size?: number }) {
  const Icon = ICONS[severity];
  return (
    <Icon
      size={size}
      className={classes.severity}
      data-severity={severity}
      aria-label={SEVERITY_WORDS[severity].one}
    />
  );
}

/** `3 errors`, with the icon of the severity. */
export function SeverityCount({ severity, count }: { severity: Severity; count: number }) {
  const { one, many } = SEVERITY_WORDS[severity];
  const Icon = ICONS[severity];
  return (
    <span className={classes.mark}>
      <Icon size={14} className={classes.severity} data-severity={severity} aria-hidden />
      {plural(count, one, many)}
    </span>
  );
}
