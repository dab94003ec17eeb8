import { SegmentedControl } from '@mantine/core';
import type { ImpactAnswer } from '../api/types';
import { useChangeView, useView } from '../app/use-view';
import { formatCount } from '../ui/format';
import { CertaintyLegend } from './CertaintyLegend';
import { CopyMarkdown } from './CopyMarkdown';
import { ImpactRings } from './ImpactRings';
import { ImpactWaves } from './ImpactWaves';
import classes from './Lineage.module.css';
import { NotAffected } from './NotAffected';

const VIEWS = [
  { value: 'rings', label: 'By distance' },
  { value: 'waves', label: 'Rollout waves' },
];

/** The blast radius in numbers, how sure it is, and the components by distance or in rollout order. */
export function ImpactResult({ impact }: { impact: ImpactAnswer }) {
  const { by = 'rings' } = useView();
  const change = useChangeView();
  const { total, items, byCertainty, waves, notAffected, output, markdown } = impact;
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
      {waves && total > 0 && (
        <SegmentedControl
          aria-label="Group by"
          size="xs"
          fullWidth
          data={VIEWS}
          value={by}
          onChange={(chosen) => change({ by: chosen === 'waves' ? chosen : undefined }, { replace: true })}
        />
      )}
      {waves && by === 'waves' ? (
        <ImpactWaves waves={waves} items={items} />
      ) : (
        <ImpactRings rings={impact.rings} items={items} />
      )}
      {total > items.length && (
        <p className={classes.hint}>The nearest {formatCount(items.length)} are listed by name.</p>
      )}
      {output && notAffected.length > 0 && <NotAffected output={output} ids={notAffected} />}
    </div>
  );
}
