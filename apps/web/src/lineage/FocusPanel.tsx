import type { ComponentId } from '@karma/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import type { LineageAnswer } from '../api/types';
import { DEFAULT_FOCUS_DEPTH, useMoment } from '../app/queries';
import { useView } from '../app/use-view';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { FocusControls } from './FocusControls';
import { distanceWords, groupByNumber } from './group';
import classes from './Lineage.module.css';
import { Ring } from './Ring';
import { TraceHeader } from './TraceHeader';

const TITLES = {
  upstream: 'What it depends on',
  downstream: 'What depends on it',
  both: 'What is around it',
};

/** What is up- and downstream of a component, by distance. */
export function FocusPanel({ id }: { id: ComponentId }) {
  const trpc = useTRPC();
  const { dir: direction = 'both', depth = DEFAULT_FOCUS_DEPTH } = useView();
  const query = useQuery({
    ...trpc.lineage.queryOptions({ id, direction, depth, limit: 1000, ...useMoment() }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <TraceHeader title={TITLES[direction]} id={id}>
        <FocusControls direction={direction} depth={depth} />
      </TraceHeader>
      {query.isPending && <PanelSkeleton />}
      {query.isError && <LoadFailed what="The lineage" error={query.error} onRetry={query.refetch} />}
      {query.isSuccess && <Distances total={query.data.total} items={query.data.items} />}
    </>
  );
}

function Distances({ total, items }: Pick<LineageAnswer, 'total' | 'items'>) {
  const groups = groupByNumber(items, ({ distance }) => distance);
  const largest = Math.max(0, ...groups.map((group) => group.items.length));
  return (
    <div className={classes.body}>
      <p className={classes.total}>
        {total === 0 ? 'Nothing within these steps.' : plural(total, 'component')}
        {total > items.length && `, the nearest ${items.length} shown`}
      </p>
      {groups.map((group) => (
        <Ring
          key={group.number}
          title={distanceWords(group.number)}
          count={group.items.length}
          largest={largest}
          items={group.items}
          keyOf={({ card }) => card.id}
        >
          {({ card }) => <ComponentLink id={card.id} status={card.status} />}
        </Ring>
      ))}
    </div>
  );
}
