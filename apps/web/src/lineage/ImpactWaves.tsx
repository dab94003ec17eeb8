import type { ComponentId } from '@karma/core';
import { ImpactRow, type Reached } from './ImpactRow';
import classes from './Lineage.module.css';
import { Ring } from './Ring';

interface ImpactWavesProps {
  readonly waves: readonly (readonly ComponentId[])[];
  /** What is known of the nearest of them. */
  readonly items: readonly Reached[];
}

/** The affected components in the order in which they can be rolled out. */
export function ImpactWaves({ waves, items }: ImpactWavesProps) {
  const largest = Math.max(0, ...waves.map((wave) => wave.length));
  const known = new Map(items.map((item) => [item.id, item]));
  return (
    <>
      <p className={classes.hint}>
        Components of one wave can be rolled out together, once the waves before it are done.
      </p>
      {waves.map((wave, index) => (
        <Ring
          // biome-ignore lint/suspicious/noArrayIndexKey: a wave is its place in the order.
          key={index}
          title={`Wave ${index + 1}`}
          count={wave.length}
          largest={largest}
          items={wave}
          keyOf={(id) => id}
        >
          {(id) => <ImpactRow id={id} item={known.get(id)} />}
        </Ring>
      ))}
    </>
  );
}
