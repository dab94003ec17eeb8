import type { ComponentId } from '@karma/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import type { LineageAnswer } from '../api/types';
import { useGraph, useMoment } from '../app/queries';
import { useView } from '../app/use-view';
import { stepsOf } from '../app/view';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { FocusControls } from './FocusControls';
import { distanceWords, groupByNumber } from './group';
import classes from './Lineage.module.css';
import { Ring } from './Ring';
import { TraceHeader } from './TraceHeader';

/** What is up- and downstream of a component, by distance. */
export function FocusPanel({ id }: { id: ComponentId }) {
  const trpc = useTRPC();
  const { up, down } = stepsOf(useView());
  const total = (useGraph().data?.total ?? 1) - 1;
  const query = useQuery({
    ...trpc.lineage.queryOptions({
      id,
      direction: up === 0 ? 'downstream' : down === 0 ? 'upstream' : 'both',
      depth: Math.max(up, down, 1),
      limit: 1000,
      ...useMoment(),
    }),
    placeholderData: keepPreviousData,
  });
  const isWithin = ({ distance }: { readonly distance: number }) => distance >= -up && distance <= down;
  return (
    <>
      <TraceHeader title={titleOf(up, down)} id={id}>
        <FocusControls />
      </TraceHeader>
      {query.isPending && <PanelSkeleton />}
      {query.isError && <LoadFailed what="The lineage" error={query.error} onRetry={query.refetch} />}
      {query.isSuccess && <Distances total={total} items={query.data.items.filter(isWithin)} />}
    </>
  );
}

function titleOf(up: number, down: number) {
  if (down === 0) return 'What it depends on';
  return up === 0 ? 'What depends on it' : 'What is around it';
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
