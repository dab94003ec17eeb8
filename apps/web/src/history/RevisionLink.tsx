import type { RevisionSummary } from '../api/types';
import { Actor } from '../ui/Actor';
import { Time } from '../ui/Time';
import { ViewLink } from '../ui/ViewLink';
import { ChangeCounts } from './ChangeCounts';
import { describeRevision } from './describe-revision';
import classes from './RevisionLink.module.css';

/** A revision as a row of a list: what, who, when, how much; leads to what changed. */
export function RevisionLink({ revision }: { revision: RevisionSummary }) {
  return (
    <ViewLink className={classes.row} patch={{ panel: 'history', rev: revision.key }}>
      <span className={classes.message} title={revision.message}>
        {describeRevision(revision)}
      </span>
      <span className={classes.meta}>
        <span className={classes.actor}>
          <Actor actor={revision.actor} unknown={revision.source} />
        </span>
        <Time at={revision.at} />
        <ChangeCounts counts={revision.counts} />
      </span>
    </ViewLink>
  );
}
