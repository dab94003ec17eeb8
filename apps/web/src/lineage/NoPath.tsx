import { type ComponentId, componentName } from '@karma/core';
import { IconRouteOff } from '@tabler/icons-react';
import { upstreamOf } from '../app/view';
import { Notice } from '../ui/Notice';
import { ViewLink } from '../ui/ViewLink';
import classes from './Lineage.module.css';

/** Neither depends on the other; they may still stand on the same ground. */
export function NoPath({ from, to }: { from: ComponentId; to: ComponentId }) {
  return (
    <Notice icon={IconRouteOff} title="No path" role="status">
      <p>
        Neither depends on the other, directly or through others. They may still share a provider: look at
        what each stands on.
      </p>
      {[from, to].map((id) => (
        <ViewLink key={id} className={classes.link} patch={upstreamOf(id)}>
          Upstream of {componentName(id).nickname}
        </ViewLink>
      ))}
    </Notice>
  );
}
