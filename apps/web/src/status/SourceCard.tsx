import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconExclamationCircle,
} from '@tabler/icons-react';
import { useId } from 'react';
import type { SourceStatus } from '../api/types';
import { absoluteTime, timeSpan } from '../ui/format';
import { Facts } from './Facts';
import { stateOf } from './headline';
import classes from './Status.module.css';

const ICONS = {
  good: IconCircleCheckFilled,
  bad: IconExclamationCircle,
  warn: IconAlertTriangle,
  muted: IconCircleDashed,
};

const KINDS: Readonly<Record<SourceStatus['kind'], string>> = {
  git: 'Configs in Git',
  modules: 'Terraform modules',
  parameters: 'Parameter Store',
  state: 'Terraform states',
  reports: 'Reported deployments',
  configuration: 'Configuration',
};

/** @param now by the clock of the server, in milliseconds of the epoch. */
export function SourceCard({ source, now }: { source: SourceStatus; now: number }) {
  const id = useId();
  const { tone, text } = stateOf(source);
  const Icon = ICONS[tone];
  return (
    <article className={classes.source} aria-labelledby={id} data-tone={tone}>
      <div className={classes.title}>
        <h3 id={id}>{source.name}</h3>
        <span className={classes.state} data-tone={tone}>
          <Icon size={14} aria-hidden />
          {text}
        </span>
      </div>
      <p className={classes.location}>
        {KINDS[source.kind]} · {source.location} · looked at every {timeSpan(source.everyMs)}
      </p>
      {source.error && (
        <p className={classes.error}>
          {source.error.reason} <strong>{source.error.remedy}</strong>
        </p>
      )}
      <Facts
        facts={{
          ...(source.cursor !== null && { 'Stands at': <code>{source.cursor}</code> }),
          [source.staleSince ? 'Stale for' : 'Last sync']: <LastSync source={source} now={now} />,
          ...(source.durationMs !== null && { Took: timeSpan(source.durationMs) }),
          'Next look': nextLook(source, now),
        }}
      />
      {source.problems.length > 0 && <Problems source={source} />}
    </article>
  );
}

function LastSync({ source: { staleSince, lastSyncAt }, now }: { source: SourceStatus; now: number }) {
  const since = staleSince ?? lastSyncAt;
  if (since === null) return 'never';
  const seconds = Math.max(1, Math.round((now - Date.parse(since)) / 1000));
  const lag = timeSpan(seconds * 1000);
  return (
    <time dateTime={since} title={absoluteTime(since)}>
      {staleSince ? lag : `${lag} ago`}
    </time>
  );
}

function nextLook({ nextAttemptAt }: SourceStatus, now: number): string {
  const wait = nextAttemptAt === null ? 0 : Date.parse(nextAttemptAt) - now;
  return wait < 1000 ? 'now' : `in ${timeSpan(wait)}`;
}

function Problems({ source: { problems } }: { source: SourceStatus }) {
  return (
    <ul className={classes.problems} aria-label="Files that cannot be read">
      {problems.map(({ file, line, reason, remedy }) => (
        <li key={`${file} ${line} ${reason}`}>
          <code>{line === null ? file : `${file}:${line}`}</code> {reason} <strong>{remedy}</strong>
        </li>
      ))}
    </ul>
  );
}
