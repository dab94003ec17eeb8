import { Anchor, Button } from '@mantine/core';
import {
  IconCircleXFilled,
  IconExternalLink,
  IconGitMerge,
  IconGitPullRequest,
  IconGitPullRequestClosed,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../api/client';
import type { ProposalPart } from '../api/types';
import classes from './Review.module.css';
import { useTakeProposal } from './use-proposals';

const ICONS = { open: IconGitPullRequest, merged: IconGitMerge, closed: IconGitPullRequestClosed };

interface PartRowProps {
  /** Of the proposal. */
  readonly id: string;
  readonly part: ProposalPart;
  /** Its base, as it is told apart from those of the other parts. */
  readonly into: string;
}

/** One branch of a proposal: where it stands, the way to its pull request, or the button that merges it. */
export function PartRow({ id, part, into }: PartRowProps) {
  const { state, branch, environments, url, number, canMerge } = part;
  const Icon = ICONS[state];
  return (
    <li className={classes.part}>
      <span className={classes.state} data-state={state}>
        <Icon size={16} aria-hidden />
        {state}
      </span>
      <span>
        <code>{branch}</code> into <code>{into}</code> · {environments.join(', ')}
      </span>
      <span className={classes.end}>
        {url !== null && (
          <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
            Pull request {number !== null && `#${number}`} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        )}
        {canMerge && state === 'open' && <Merge id={id} part={part} into={into} />}
      </span>
    </li>
  );
}

/** Asks once more: what is merged is what gets published. */
function Merge({ id, part: { repository, branch }, into }: PartRowProps) {
  const trpc = useTRPC();
  const take = useTakeProposal();
  const [isAsked, setAsked] = useState(false);
  const merge = useMutation(trpc.mergeProposal.mutationOptions({ onSuccess: take }));
  if (!isAsked)
    return (
      <Button size="xs" onClick={() => setAsked(true)}>
        Merge into {into}
      </Button>
    );
  return (
    <>
      {merge.error && (
        <span role="alert">
          <IconCircleXFilled size={14} aria-hidden /> {merge.error.message}
        </span>
      )}
      <Button size="xs" variant="default" onClick={() => setAsked(false)}>
        Not now
      </Button>
      <Button
        size="xs"
        autoFocus
        loading={merge.isPending}
        onClick={() => merge.mutate({ id, repository, branch })}
      >
        Yes, merge into {into}
      </Button>
    </>
  );
}
