import { type ComponentId, componentName } from '@karma/core';
import type { ImpactItem } from '../api/types';
import { CertaintyMark } from '../ui/CertaintyMark';
import { ComponentLink } from '../ui/ComponentLink';

/** An affected component, how sure that is, and on hover what it is reached through. */
export function ImpactRow({ id, item }: { id: ComponentId; item: ImpactItem | undefined }) {
  return (
    <ComponentLink
      id={id}
      note={
        item && (
          <span title={`Reached through ${componentName(item.via).nickname}`}>
            <CertaintyMark certainty={item.certainty} />
          </span>
        )
      }
    />
  );
}
