import { componentName } from '@karma/core';
import type { FindingDetail } from '../api/types';
import { Prose } from '../ui/Prose';
import { SeverityIcon } from '../ui/SeverityMark';
import { ViewLink } from '../ui/ViewLink';
import { FINDING_WORDS } from '../ui/words';
import classes from './Overview.module.css';

/** One finding in two lines; leads to its component, where it has one. */
export function TopFinding({ finding }: { finding: FindingDetail }) {
  const { kind, severity, component, type, reason } = finding;
  const subject = component ? componentName(component).nickname : type;
  const content = (
    <>
      <SeverityIcon severity={severity} />
      <span className={classes.findingText}>
        <strong>
          {FINDING_WORDS[kind]}
          {subject && `: ${subject}`}
        </strong>
        <span className={classes.reason} title={reason}>
          <Prose text={reason} />
        </span>
      </span>
    </>
  );
  return component ? (
    <ViewLink className={classes.finding} patch={{ sel: component }}>
      {content}
    </ViewLink>
  ) : (
    <div className={classes.finding}>{content}</div>
  );
}
