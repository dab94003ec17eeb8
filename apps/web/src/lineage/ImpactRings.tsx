import type { ImpactAnswer } from '../api/types';
import { groupByNumber } from './group';
import { ImpactRow } from './ImpactRow';
import { Ring } from './Ring';

/** The affected components by distance, nearest first. */
export function ImpactRings({ rings, items }: Pick<ImpactAnswer, 'rings' | 'items'>) {
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
        keyOf={({ card }) => card.id}
      >
        {(item) => <ImpactRow id={item.card.id} item={item} />}
      </Ring>
    );
  });
}
