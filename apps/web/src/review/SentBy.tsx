import type { ProposalSummary } from '../api/types';
import { Time } from '../ui/Time';
import classes from './Review.module.css';

/** Who sent it, and when it last changed. */
export function SentBy({ proposal }: { proposal: Pick<ProposalSummary, 'author' | 'sentAt'> }) {
  const { author, sentAt } = proposal;
  return (
    <p className={classes.muted}>
      {author ?? 'Somebody'} · <Time at={sentAt} />
    </p>
  );
}
