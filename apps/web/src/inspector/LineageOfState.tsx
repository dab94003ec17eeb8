import type { ComponentDetail } from '../api/types';
import { Actor } from '../ui/Actor';
import { Section } from '../ui/Section';
import { Time } from '../ui/Time';
import { shortOrigin } from './origin';
import { PlacementTimeline } from './PlacementTimeline';
import { Step } from './Step';
import classes from './Timeline.module.css';

/** Commit → parameter → deployment, the last two for each placement. */
export function LineageOfState({ detail: { card, declaration, placements } }: { detail: ComponentDetail }) {
  return (
    <Section title="Lineage of state">
      <ol className={classes.steps}>
        {declaration ? (
          <Step tone="done" title={declaration.origin.message || 'Declared in Git'}>
            <Actor actor={declaration.origin.actor} unknown="Unknown author" /> ·{' '}
            <Time at={declaration.origin.at} /> ·{' '}
            <code title={declaration.origin.key}>{shortOrigin(declaration.origin.key)}</code>
            <span className={classes.file}>{declaration.path}</span>
          </Step>
        ) : (
          <Step tone="none" title="Not declared in Git">
            {card.status === 'external'
              ? 'External systems are not.'
              : 'No file on this environment’s branch.'}
          </Step>
        )}
      </ol>
      {placements.map((placement) => (
        <PlacementTimeline key={placement.placement} placement={placement} />
      ))}
      {placements.length === 0 && !card.abstract && <p className={classes.empty}>No account carries it.</p>}
    </Section>
  );
}
