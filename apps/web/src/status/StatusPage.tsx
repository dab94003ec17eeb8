import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { headlineOf, inOrder } from './headline';
import { ServiceFacts } from './ServiceFacts';
import { SourceCard } from './SourceCard';
import classes from './Status.module.css';

const REFRESH_MS = 2000;

/** How the service is doing: what it reads, since when, what is wrong and what to do about it. */
export function StatusPage() {
  const trpc = useTRPC();
  const status = useQuery({ ...trpc.status.queryOptions({}), refetchInterval: REFRESH_MS });
  return (
    <Page title="Status">
      {status.isPending && <PanelSkeleton />}
      {status.isError && (
        <LoadFailed what="The status" error={status.error} onRetry={() => void status.refetch()} />
      )}
      {status.data && (
        <>
          <Headline sources={status.data.sources} />
          <ServiceFacts status={status.data} />
          <h2>Sources</h2>
          <ul className={classes.sources}>
            {inOrder(status.data.sources).map((source) => (
              <li key={source.name}>
                <SourceCard source={source} now={Date.parse(status.data.now)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Headline({ sources }: { sources: Parameters<typeof headlineOf>[0] }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sync = useMutation(
    trpc.sync.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.status.queryKey() }),
    }),
  );
  const { tone, text } = headlineOf(sources);
  return (
    <div className={classes.headline} data-tone={tone}>
      <p role="status">{text}</p>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={sync.isPending}
        onClick={() => sync.mutate({})}
      >
        Ask all now
      </Button>
      {sync.error && <p className={classes.failure}>{sync.error.message}</p>}
    </div>
  );
}
