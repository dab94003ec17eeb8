import { Button } from '@mantine/core';
import { IconArrowLeft, IconMoodSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useChangeView } from '../app/use-view';
import { LoadFailed } from '../ui/LoadFailed';
import { Notice } from '../ui/Notice';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ChangedComponents } from './ChangedComponents';
import { ChangedDependencies } from './ChangedDependencies';
import { ChangedFindings } from './ChangedFindings';
import classes from './History.module.css';
import { RevisionHeader } from './RevisionHeader';

/** One revision by its stable key: who, when, why, and what it changed. */
export function RevisionView({ revision: key }: { revision: string }) {
  const trpc = useTRPC();
  const change = useChangeView();
  const query = useQuery(trpc.revision.queryOptions({ key }));
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        className={classes.back}
        leftSection={<IconArrowLeft size={12} aria-hidden />}
        onClick={() => change({ rev: undefined })}
      >
        All revisions
      </Button>
      {query.isPending && <PanelSkeleton />}
      {query.isError &&
        (query.error.data?.code === 'NOT_FOUND' ? (
          <Notice icon={IconMoodSearch} title="No such revision" role="status">
            <p>Its source may have rewritten its history since this link was made.</p>
          </Notice>
        ) : (
          <LoadFailed what="The revision" error={query.error} onRetry={query.refetch} />
        ))}
      {query.isSuccess && (
        <>
          <RevisionHeader revision={query.data} />
          <ChangedComponents changes={query.data.components} />
          <ChangedDependencies changes={query.data.dependencies} />
          <ChangedFindings changes={query.data.findings} />
        </>
      )}
    </>
  );
}
