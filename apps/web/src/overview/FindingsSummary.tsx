import { FINDING_KINDS, SEVERITIES } from '@karma/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { EnvironmentSummary, FindingDetail } from '../api/types';
import { LEAVE_MODE } from '../app/view';
import { fieldQuery } from '../filters/terms';
import { formatCount } from '../ui/format';
import { Section } from '../ui/Section';
import { SeverityCount } from '../ui/SeverityMark';
import { ViewLink } from '../ui/ViewLink';
import { FINDING_WORDS } from '../ui/words';
import classes from './Overview.module.css';
import { TopFinding } from './TopFinding';

const TOP = 3;
const KINDS = 4;

interface FindingsSummaryProps {
  readonly summary: EnvironmentSummary;
  /** The gravest of the environment. */
  readonly top: readonly FindingDetail[];
}

/** What is wrong or risky in the environment: how grave, the worst of it, and the commonest kinds. */
export function FindingsSummary({ summary, top }: FindingsSummaryProps) {
  const { environment, bySeverity, byFinding } = summary;
  const severities = SEVERITIES.filter((severity) => bySeverity[severity]);
  const total = severities.reduce((sum, severity) => sum + (bySeverity[severity] ?? 0), 0);
  const kinds = FINDING_KINDS.filter((kind) => byFinding[kind]).sort(
    (a, b) => (byFinding[b] ?? 0) - (byFinding[a] ?? 0),
  );
  const show = (q: string) => ({ ...LEAVE_MODE, env: environment, q });
  return (
    <Section title={`Findings in ${environment}`} count={total}>
      {total === 0 ? (
        <p className={classes.calm}>
          <IconCircleCheck size={16} color="var(--karma-good)" aria-hidden /> Nothing is wrong here.
        </p>
      ) : (
        <>
          <ul className={classes.totals}>
            {severities.map((severity) => (
              <li key={severity}>
                <ViewLink
                  className={classes.total}
                  patch={show(fieldQuery('severity', severity))}
                  title={`Show every component with findings of severity ${severity}`}
                >
                  <SeverityCount severity={severity} count={bySeverity[severity] ?? 0} />
                </ViewLink>
              </li>
            ))}
          </ul>
          <ul className={classes.list}>
            {top.slice(0, TOP).map((finding) => (
              <li key={finding.id}>
                <TopFinding finding={finding} />
              </li>
            ))}
          </ul>
          <ul className={classes.statuses}>
            {kinds.slice(0, KINDS).map((kind) => (
              <li key={kind}>
                <ViewLink className={classes.chip} patch={show(fieldQuery('finding', kind))}>
                  {FINDING_WORDS[kind]} <strong>{formatCount(byFinding[kind] ?? 0)}</strong>
                </ViewLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
