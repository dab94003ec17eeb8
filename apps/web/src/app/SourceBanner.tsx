import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import classes from './SourceBanner.module.css';

/** Says since when what is on screen is stale, when a source cannot be read. */
export function SourceBanner() {
  const trpc = useTRPC();
  const failed = useQuery(trpc.sources.queryOptions({})).data?.find((source) => source.state === 'failed');
  const sync = useMutation(trpc.sync.mutationOptions());
  if (!failed) return null;
  const since = failed.staleSince && new Date(failed.staleSince).toLocaleString();
  return (
    <div className={classes.banner} role="status" data-tone="warning">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        <strong>{failed.name}</strong> cannot be read{since && `, the graph is stale since ${since}`}.{' '}
        {failed.error?.reason} {failed.error?.remedy}
      </span>
      <Button size="compact-xs" variant="default" loading={sync.isPending} onClick={() => sync.mutate({})}>
        Try again
      </Button>
    </div>
  );
}
