import { IconGitPullRequest } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProposalSummary } from '../api/types';
import { LoadFailed } from '../ui/LoadFailed';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ShowOlder } from '../ui/ShowOlder';
import { PartList } from './PartList';
import { PlanFigures } from './PlanFigures';
import classes from './Review.module.css';
import { SentBy } from './SentBy';
import { useLiveProposals } from './use-live-proposals';
import { useProposals } from './use-proposals';

/** Every draft that was sent out, and where it stands. */
export function ProposalsPage() {
  useLiveProposals();
  const proposals = useProposals();
  const shown = proposals.data?.pages.flat();
  return (
    <Page title="Proposals">
      {proposals.isPending && <PanelSkeleton />}
      {proposals.isError && (
        <LoadFailed what="The proposals" error={proposals.error} onRetry={() => void proposals.refetch()} />
      )}
      {shown?.length === 0 && (
        <Notice icon={IconGitPullRequest} title="Nothing was sent out yet">
          <p>Change the system in a draft on the map, then send it: its proposal is followed here.</p>
        </Notice>
      )}
      <ul className={classes.list}>
        {shown?.map((proposal) => (
          <li key={proposal.id}>
            <ProposalCard proposal={proposal} />
          </li>
        ))}
      </ul>
      <ShowOlder query={proposals} />
    </Page>
  );
}

function ProposalCard({ proposal }: { proposal: ProposalSummary }) {
  const { id, title, parts, plan } = proposal;
  return (
    <article className={`${classes.card} ${classes.panel}`}>
      <div>
        <h2 className={classes.heading}>
          <Link className={classes.title} to="/proposals/$id" params={{ id }}>
            {title}
          </Link>
        </h2>
        <SentBy proposal={proposal} />
      </div>
      <PlanFigures {...plan} changed={plan.components.length} />
      <PartList id={id} parts={parts} />
    </article>
  );
}
