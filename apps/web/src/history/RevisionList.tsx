import type { ComponentId } from '@karma/core';
import { IconHistory } from '@tabler/icons-react';
import { LoadFailed } from '../ui/LoadFailed';
import { Notice } from '../ui/Notice';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ShowOlder } from '../ui/ShowOlder';
import classes from './History.module.css';
import { RevisionLink } from './RevisionLink';
import { useRevisions } from './use-revisions';

/** Revisions, newest first, more on demand; those of one component, or all. */
export function RevisionList({ component }: { component?: ComponentId }) {
  const query = useRevisions(component);
  if (query.isPending) return <PanelSkeleton />;
  if (query.isError) return <LoadFailed what="The history" error={query.error} onRetry={query.refetch} />;
  const revisions = query.data.pages.flat();
  if (revisions.length === 0) {
    return <Notice icon={IconHistory} title="No revision yet" />;
  }
  return (
    <>
      <ol className={classes.list}>
        {revisions.map((revision) => (
          <li key={revision.number}>
            <RevisionLink revision={revision} />
          </li>
        ))}
      </ol>
      <ShowOlder query={query} />
    </>
  );
}
