import type { ImpactAnswer } from '../api/types';
import { formatCount } from '../ui/format';
import { CertaintyLegend } from './CertaintyLegend';
import { CopyMarkdown } from './CopyMarkdown';
import classes from './Lineage.module.css';
import { NotAffected } from './NotAffected';
import { ReachedComponents } from './ReachedComponents';

/** The blast radius in numbers, how sure it is, and the components by distance or in rollout order. */
export function ImpactResult({ impact }: { impact: ImpactAnswer }) {
  const { total, byCertainty, waves, notAffected, output, markdown } = impact;
  const items = impact.items.map(({ card, ...reach }) => ({ id: card.id, ...reach }));
  return (
    <div className={classes.body}>
      <p className={classes.total}>
        {total === 0 ? (
          'A change here reaches nothing.'
        ) : (
          <>
            Reaches <strong>{formatCount(total)}</strong> {total === 1 ? 'component' : 'components'}
          </>
        )}
        <CopyMarkdown markdown={markdown} />
      </p>
      {total > 0 && <CertaintyLegend byCertainty={byCertainty} />}
      <ReachedComponents total={total} rings={impact.rings} waves={waves} items={items} />
      {output && notAffected.length > 0 && <NotAffected output={output} ids={notAffected} />}
    </div>
  );
}
