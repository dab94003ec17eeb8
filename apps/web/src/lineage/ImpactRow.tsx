import { type ComponentId, componentName } from '@karma/core';
import type { ImpactItem } from '../api/types';
import { CertaintyIcon } from '../ui/CertaintyMark';
import { ComponentLink } from '../ui/ComponentLink';
import classes from './Lineage.module.css';

/** How a component is reached. */
export type Reached = Pick<ImpactItem, 'distance' | 'certainty' | 'via'> & { readonly id: ComponentId };

/** An affected component, what it is reached through where that is not the start, and how sure that is. */
export function ImpactRow({ id, item }: { id: ComponentId; item: Reached | undefined }) {
  return (
    <ComponentLink
      id={id}
      note={
        item && (
          <span className={classes.reach}>
            {item.distance > 1 && (
              <span className={classes.via} title={`Reached through ${item.via}`}>
                via {componentName(item.via).nickname}
              </span>
            )}
            <CertaintyIcon certainty={item.certainty} />
          </span>
        )
      }
    />
  );
}
