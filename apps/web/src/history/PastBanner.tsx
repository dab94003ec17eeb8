import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useChangeView, useView } from '../app/use-view';
import { absoluteTime } from '../ui/format';
import classes from './PastBanner.module.css';

/** Says that the graph on screen is an old one (`at`), which, and leads back. */
export function PastBanner() {
  const trpc = useTRPC();
  const { at } = useView();
  const change = useChangeView();
  const revision = useQuery(trpc.revision.queryOptions(at ? { key: at } : skipToken)).data;
  if (!at) return null;
  return (
    <div className={classes.banner} role="status">
      <IconHistory size={16} aria-hidden />
      <span className={classes.text}>
        You are looking at the past
        {revision ? (
          <>
            : as of <time dateTime={revision.at}>{absoluteTime(revision.at)}</time>
            <span className={classes.message}>{revision.message}</span>
          </>
        ) : (
          '.'
        )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => change({ at: undefined })}>
        Back to now
      </Button>
    </div>
  );
}
