import type { PlacementDetail } from '../api/types';
import { Actor } from '../ui/Actor';
import { StatusMark } from '../ui/StatusMark';
import { Time } from '../ui/Time';
import { EvidenceStep } from './EvidenceStep';
import { shortOrigin } from './origin';
import { Step } from './Step';
import classes from './Timeline.module.css';

/** Publication and deployment in one account and region. */
export function PlacementTimeline({ placement }: { placement: PlacementDetail }) {
  const { publication, deployedAt, evidence, runtime, status, name } = placement;
  const outputsAt = runtime
    .map(({ origin }) => origin.at)
    .sort()
    .at(-1);
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
        {outputsAt && (
          <Step tone="done" title="Deployed">
            Its outputs last changed <Time at={outputsAt} />
          </Step>
        )}
        {evidence.map((one) => (
          <EvidenceStep key={one.kind} evidence={one} />
        ))}
        {!deployedAt && evidence.length === 0 && (
          <Step tone="unknown" title="Deployment unknown">
            No outputs show that it was applied.
          </Step>
        )}
      </ol>
    </section>
  );
}
