import type { PlanView } from '../../api/types';
import { CertaintyLegend } from '../../lineage/CertaintyLegend';
import { ReachedComponents } from '../../lineage/ReachedComponents';
import { formatCount } from '../../ui/format';
import { Section } from '../../ui/Section';
import classes from './Plan.module.css';

/** The blast radius of the draft, along the outputs that really change. */
export function PlannedReach({ impact }: Pick<PlanView, 'impact'>) {
  const { total, rings, waves, items, byCertainty, reachable } = impact;
  const spared = reachable - total;
  return (
    <Section title="Blast radius" count={total}>
      <div className={classes.reach}>
        {total === 0 && <p className={classes.hint}>It reaches no other component.</p>}
        {total > 0 && <CertaintyLegend byCertainty={byCertainty} />}
        <ReachedComponents total={total} rings={rings} waves={waves} items={items} />
        {spared > 0 && (
          <p className={classes.hint}>
            Plain reachability would have named {formatCount(reachable)}: {formatCount(spared)} of them read
            nothing that changes.
          </p>
        )}
      </div>
    </Section>
  );
}
