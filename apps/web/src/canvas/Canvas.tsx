import { ReactFlowProvider } from '@xyflow/react';
import { graphInput, spaceOf, useEnvironment, useGraph, useOverview } from '../app/queries';
import { useView } from '../app/use-view';
import { ArrowsMenu } from './ArrowsMenu';
import classes from './Canvas.module.css';
import { CanvasControls } from './CanvasControls';
import { Empty, Failed, Loading, LoadingBar } from './CanvasStates';
import { FocusEdges } from './FocusEdges';
import { GraphView } from './GraphView';
import { Legend } from './Legend';
import { useLaidOut } from './use-laid-out';
import { useQuiet } from './use-quiet';

/** The graph: laid out, with legend and controls, or a word on why there is none. */
export function Canvas({ isPhone }: { isPhone: boolean }) {
  const { at: _, ...view } = useView();
  const environment = useEnvironment();
  const overview = useOverview();
  const query = useGraph();
  const graph = query.isPlaceholderData ? undefined : query.data;
  const key = environment ? JSON.stringify(graphInput(view, environment)) : '';
  const space = environment ? spaceOf(view, environment) : '';
  const { laidOut, isRunning, share, error } = useLaidOut(graph, key, space, view.group);

  useQuiet(laidOut?.graph);

  const failure = query.error ?? overview.error ?? error;
  const isNothing = overview.data?.environments.length === 0;
  const isEmpty = laidOut?.graph.components.length === 0;
  const isBusy = query.isFetching || isRunning;
  return (
    <section className={classes.canvas} aria-label="Graph" aria-busy={isBusy}>
      <ReactFlowProvider>
        {laidOut && !isEmpty && <GraphView laidOut={laidOut} isPhone={isPhone} />}
        {laidOut && !isEmpty && <Legend />}
        {laidOut && !isEmpty && <CanvasControls />}
        {laidOut?.graph.more && <FocusEdges more={laidOut.graph.more} />}
        {laidOut && !isEmpty && <ArrowsMenu arrows={laidOut.graph.edges.length} />}
      </ReactFlowProvider>
      {laidOut && isBusy && <LoadingBar share={share} />}
      {failure && (
        <Failed error={failure} onRetry={() => void query.refetch()} isOverGraph={laidOut !== null} />
      )}
      {!failure && (isNothing || isEmpty) && <Empty isWholeGraph={isNothing} />}
      {!failure && !laidOut && !isNothing && <Loading count={graph?.components.length} />}
      {laidOut && laidOut.graph.total > laidOut.graph.components.length && (
        <p className={classes.cut} role="status">
          {laidOut.graph.components.length.toLocaleString()} of {laidOut.graph.total.toLocaleString()} shown:
          filter, or focus on a component, to see the rest.
        </p>
      )}
    </section>
  );
}
