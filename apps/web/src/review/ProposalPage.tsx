import { draftFiles } from '@karma/editor';
import { Button } from '@mantine/core';
import { IconPencil, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../api/client';
import type { Proposal } from '../api/types';
import { drafts } from '../compose/draft-store';
import { readDraft } from '../compose/kept-drafts';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ChangedFiles } from './ChangedFiles';
import { PartList } from './PartList';
import { PlanFigures } from './PlanFigures';
import { Progress } from './Progress';
import classes from './Review.module.css';
import { SentBy } from './SentBy';
import { useLiveProposals } from './use-live-proposals';
import { useProposal, useTakeProposal } from './use-proposals';

const route = getRouteApi('/proposals/$id');

/** One proposal: what it changes, what follows, and how far it has come. */
export function ProposalPage() {
  const { id } = route.useParams();
  useLiveProposals();
  const proposal = useProposal(id);
  return (
    <Page title={proposal.data?.title ?? 'Proposal'}>
      {proposal.isPending && <PanelSkeleton />}
      {proposal.isError && (
        <LoadFailed what="The proposal" error={proposal.error} onRetry={() => void proposal.refetch()} />
      )}
      {proposal.data && <ProposalView proposal={proposal.data} />}
    </Page>
  );
}

function ProposalView({ proposal }: { proposal: Proposal }) {
  const { id, summary, parts, plan, draft, progress, trouble } = proposal;
  return (
    <div className={classes.panel}>
      <SentBy proposal={proposal} />
      {summary && <p className={classes.summary}>{summary}</p>}
      <PlanFigures {...plan} changed={plan.components.length} />
      <div className={classes.card}>
        <PartList id={id} parts={parts} />
        {trouble !== null && (
          <p className={classes.failure} role="alert">
            <strong>It is not known what became of it.</strong> {trouble}
          </p>
        )}
        <Ways proposal={proposal} />
      </div>
      <h2>Progress</h2>
      <Progress progress={progress} />
      <h2>Changed files</h2>
      <ChangedFiles files={draftFiles(draft)} />
    </div>
  );
}

/** What can be done with it. */
function Ways({ proposal: { id, draft, parts } }: { proposal: Proposal }) {
  const trpc = useTRPC();
  const take = useTakeProposal();
  const navigate = useNavigate();
  const refresh = useMutation(trpc.refreshProposal.mutationOptions({ onSuccess: take }));
  const edit = useMutation({
    async mutationFn() {
      // What this browser keeps may have gone on since.
      if (!(await readDraft(id))) await drafts.add(draft);
      await navigate({ to: '/', search: { draft: id } });
    },
  });
  const error = refresh.error ?? edit.error;
  return (
    <div className={classes.ways}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
        loading={edit.isPending}
        onClick={() => edit.mutate()}
      >
        Go on with the draft
      </Button>
      {parts.some(({ state }) => state === 'open') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ id })}
        >
          Ask what became of it
        </Button>
      )}
      <Link className={classes.all} to="/proposals">
        All proposals
      </Link>
      {error && (
        <p className={classes.failure} role="alert">
          {error.message}
        </p>
      )}
    </div>
  );
}
