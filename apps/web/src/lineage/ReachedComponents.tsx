import type { ComponentId } from '@karma/core';
import { SegmentedControl } from '@mantine/core';
import { useChangeView, useView } from '../app/use-view';
import { formatCount } from '../ui/format';
import { ImpactRings } from './ImpactRings';
import type { Reached } from './ImpactRow';
import { ImpactWaves } from './ImpactWaves';
import classes from './Lineage.module.css';

const VIEWS = [
  { value: 'rings', label: 'By distance' },
  { value: 'waves', label: 'Rollout waves' },
];

interface ReachedComponentsProps {
  readonly total: number;
  /** Count by distance, index 0 is distance 1. */
  readonly rings: readonly number[];
  /** `null` where the order of a rollout is not known. */
  readonly waves: readonly (readonly ComponentId[])[] | null;
  /** The nearest of them. */
  readonly items: readonly Reached[];
}

/** The components that a change reaches, by distance or in rollout order. */
export function ReachedComponents({ total, rings, waves, items }: ReachedComponentsProps) {
  const { by = 'rings' } = useView();
  const change = useChangeView();
  return (
    <>
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
        <ImpactRings rings={rings} items={items} />
      )}
      {total > items.length && (
        <p className={classes.hint}>The nearest {formatCount(items.length)} are listed by name.</p>
      )}
    </>
  );
}
