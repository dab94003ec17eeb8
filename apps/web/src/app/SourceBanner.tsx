import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../api/client';
import type { SourceStatus } from '../api/types';
import { absoluteTime } from '../ui/format';
import classes from './SourceBanner.module.css';
import { SourceProblems } from './SourceProblems';

/** Says since when what is on screen is stale, when a source cannot be read; and which files of one cannot. */
export function SourceBanner() {
  const trpc = useTRPC();
  const sources = useQuery(trpc.sources.queryOptions({})).data ?? [];
  const failed = sources.find((source) => source.staleSince !== null);
  const flawed = sources.filter(({ problems }) => problems.length > 0);
  const sync = useMutation(trpc.sync.mutationOptions());
  if (!failed) return flawed.length > 0 ? <FlawedBanner sources={flawed} /> : null;
  const since = failed.staleSince && absoluteTime(failed.staleSince);
  return (
    <div className={classes.banner} role="status" data-tone="warning">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        <strong>{failed.name}</strong> cannot be read{since && `, the graph is stale since ${since}`}.{' '}
        {failed.error?.reason} {failed.error?.remedy}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        loading={sync.isPending || failed.state === 'syncing'}
        onClick={() => sync.mutate({})}
      >
        Try again
      </Button>
      {flawed.length > 0 && <SourceProblems sources={flawed} />}
      <Link to="/status">All sources</Link>
    </div>
  );
}

function FlawedBanner({ sources }: { sources: readonly SourceStatus[] }) {
  return (
    <div className={classes.banner} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        Some files of <strong>{sources.map(({ name }) => name).join(', ')}</strong> cannot be read; what was
        last read well of them still counts.
      </span>
      <SourceProblems sources={sources} />
    </div>
  );
}
