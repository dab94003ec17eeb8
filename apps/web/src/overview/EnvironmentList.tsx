import { SEVERITIES } from '@karma/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { EnvironmentSummary } from '../api/types';
import { CLEAR_FILTERS, LEAVE_MODE } from '../app/view';
import { formatCount, plural } from '../ui/format';
import { Section } from '../ui/Section';
import { SeverityIcon } from '../ui/SeverityMark';
import { ViewLink } from '../ui/ViewLink';
import classes from './Overview.module.css';

interface EnvironmentListProps {
  readonly environments: readonly EnvironmentSummary[];
  readonly current: string | undefined;
}

/** The environments side by side; each is a link to its map. */
export function EnvironmentList({ environments, current }: EnvironmentListProps) {
  return (
    <Section title="Environments" count={environments.length}>
      <ul className={classes.list}>
        {environments.map(({ environment, components, bySeverity }) => (
          <li key={environment}>
            <ViewLink
              className={classes.row}
              aria-current={environment === current || undefined}
              patch={{ ...LEAVE_MODE, ...CLEAR_FILTERS, sel: undefined, env: environment }}
            >
              <span className={classes.name}>{environment}</span>
              <span className={classes.muted}>{plural(components, 'component')}</span>
              <Severities bySeverity={bySeverity} />
            </ViewLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Severities({ bySeverity }: Pick<EnvironmentSummary, 'bySeverity'>) {
  const present = SEVERITIES.filter((severity) => bySeverity[severity]);
  if (present.length === 0) {
    return <IconCircleCheck size={14} color="var(--karma-good)" aria-label="No findings" />;
  }
  return (
    <span className={classes.severities}>
      {present.map((severity) => (
        <span key={severity}>
          <SeverityIcon severity={severity} size={12} /> {formatCount(bySeverity[severity] ?? 0)}
        </span>
      ))}
    </span>
  );
}
