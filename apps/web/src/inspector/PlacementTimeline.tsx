import type { PlacementDetail } from '../api/types';
import { Actor } from '../ui/Actor';
import { StatusMark } from '../ui/StatusMark';
import { Time } from '../ui/Time';
import { shortOrigin } from './origin';
import { Step } from './Step';
import classes from './Timeline.module.css';

/** Publication and deployment in one account and region. */
export function PlacementTimeline({ placement }: { placement: PlacementDetail }) {
  const { publication, deployedAt, status, name } = placement;
  return (
    <section aria-label={`In ${name}`}>
      <h4 className={classes.placement}>
        <span title={placement.placement}>{name}</span>
        <StatusMark status={status} />
      </h4>
      <ol className={classes.steps}>
        {publication ? (
          <Step tone="done" title={`Published, ${shortOrigin(publication.origin.key)}`}>
            <Actor actor={publication.origin.actor} unknown="Unknown principal" /> ·{' '}
            <Time at={publication.origin.at} />
          </Step>
        ) : (
          <Step tone="none" title="Not published">
            No config parameter here.
          </Step>
        )}
        {deployedAt ? (
          <Step tone="done" title="Deployed">
            Its outputs last changed <Time at={deployedAt} />
          </Step>
        ) : (
          <Step tone="unknown" title="Deployment unknown">
            No outputs show that it was applied.
          </Step>
        )}
      </ol>
    </section>
  );
}
