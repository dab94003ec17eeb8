import type { ReactNode } from 'react';
import type { GraphSlice } from '../api/types';
import { Empty, Failed, Loading, LoadingBar } from '../canvas/CanvasStates';
import { useGraph, useOverview } from './queries';
import classes from './SliceStage.module.css';

interface SliceStageProps {
  readonly label: string;
  readonly children: (graph: GraphSlice) => ReactNode;
}

/** The slice of the map, shown in another way, or a word on why there is none. */
export function SliceStage({ label, children }: SliceStageProps) {
  const query = useGraph();
  const overview = useOverview();
  const graph = query.data;
  const failure = query.error ?? overview.error;
  const isNothing = overview.data?.environments.length === 0;
  const isEmpty = graph?.components.length === 0;
  return (
    <section className={classes.stage} aria-label={label} aria-busy={query.isFetching}>
      {graph && !isEmpty && children(graph)}
      {graph && query.isFetching && <LoadingBar />}
      {failure && (
        <Failed error={failure} onRetry={() => void query.refetch()} isOverGraph={graph !== undefined} />
      )}
      {!failure && (isNothing || isEmpty) && <Empty isWholeGraph={isNothing} />}
      {!failure && !graph && !isNothing && <Loading count={undefined} />}
      {graph && graph.total > graph.components.length && (
        <p className={classes.cut} role="status">
          {graph.components.length.toLocaleString()} of {graph.total.toLocaleString()} shown: filter to see
          the rest.
        </p>
      )}
    </section>
  );
}
