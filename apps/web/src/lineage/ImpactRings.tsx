import { groupByNumber } from './group';
import { ImpactRow, type Reached } from './ImpactRow';
import { Ring } from './Ring';

interface ImpactRingsProps {
  /** Count by distance, index 0 is distance 1. */
  readonly rings: readonly number[];
  /** The nearest of them. */
  readonly items: readonly Reached[];
}

/** The affected components by distance, nearest first. */
export function ImpactRings({ rings, items }: ImpactRingsProps) {
  const largest = Math.max(0, ...rings);
  const byDistance = new Map(
    groupByNumber(items, ({ distance }) => distance).map((group) => [group.number, group.items]),
  );
  return rings.map((count, index) => {
    const distance = index + 1;
    return (
      <Ring
        key={distance}
        title={distance === 1 ? 'Directly' : `Over ${distance} steps`}
        count={count}
        largest={largest}
        items={byDistance.get(distance) ?? []}
        keyOf={({ id }) => id}
      >
        {(item) => <ImpactRow id={item.id} item={item} />}
      </Ring>
    );
  });
}
