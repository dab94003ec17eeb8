import { STATUSES } from '@karma/core';
import type { EnvironmentSummary } from '../api/types';
import { CLEAR_FILTERS, LEAVE_MODE } from '../app/view';
import { fieldQuery } from '../filters/terms';
import { formatCount } from '../ui/format';
import { StatusMark } from '../ui/StatusMark';
import { ViewLink } from '../ui/ViewLink';
import classes from './Overview.module.css';

/** How much the environment holds, and how it stands. */
export function StatusSummary({ summary }: { summary: EnvironmentSummary }) {
  const { environment, components, dependencies, byStatus } = summary;
  const statuses = STATUSES.flatMap((status) => {
    const count = byStatus[status] ?? 0;
    return count > 0 ? [{ status, count }] : [];
  }).sort((a, b) => b.count - a.count);
  return (
    <section className={classes.summary} aria-label={`Components of ${environment}`}>
      <h2 className={classes.environment}>{environment}</h2>
      <p className={classes.numbers}>
        <ViewLink className={classes.number} patch={{ ...CLEAR_FILTERS, env: environment }}>
          <strong>{formatCount(components)}</strong> {components === 1 ? 'component' : 'components'}
        </ViewLink>
        <span>
          <strong>{formatCount(dependencies)}</strong> {dependencies === 1 ? 'dependency' : 'dependencies'}
        </span>
      </p>
      <div className={classes.bar} aria-hidden>
        {statuses.map(({ status, count }) => (
          <span key={status} data-status={status} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={classes.statuses}>
        {statuses.map(({ status, count }) => (
          <li key={status}>
            <ViewLink
              className={classes.chip}
              patch={{ ...LEAVE_MODE, env: environment, q: fieldQuery('status', status) }}
            >
              <StatusMark status={status} /> <strong>{formatCount(count)}</strong>
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
