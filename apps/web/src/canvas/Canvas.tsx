import { ReactFlowProvider } from '@xyflow/react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { graphInput, spaceOf, useEnvironment, useGraph, useOverview, usePath } from '../app/queries';
import { useView } from '../app/use-view';
import { componentsIn } from '../app/view';
import { ArrowsMenu } from './ArrowsMenu';
import classes from './Canvas.module.css';
import { CanvasControls } from './CanvasControls';
import { Empty, Failed, Loading, LoadingBar } from './CanvasStates';
import { FocusEdges } from './FocusEdges';
import { GraphView } from './GraphView';
import { LeftOut } from './LeftOut';
import { Legend } from './Legend';
import { patched } from './patch/patch';
import { usePatch } from './patch/patch-store';
import { useLaidOut } from './use-laid-out';
import { useQuiet } from './use-quiet';
import { useOnScreen } from './use-visible';

const PortTray = lazy(() =>
  import('../compose/ports/PortTray').then((module) => ({ default: module.PortTray })),
);

/** The graph: laid out, with legend and controls, or a word on why there is none. */
export function Canvas({ isPhone }: { isPhone: boolean }) {
  const { at: _, ...view } = useView();
  const environment = useEnvironment();
  const overview = useOverview();
  const query = useGraph();
  const answer = query.isPlaceholderData ? undefined : query.data;
  const cards = usePatch((patch) => patch.cards);
  const edges = usePatch((patch) => patch.edges);
  const graph = useMemo(
    () => answer && patched(answer, { cards, edges }, environment ?? ''),
    [answer, cards, edges, environment],
  );
  const key = environment ? JSON.stringify(graphInput(view, environment)) : '';
  const space = environment ? spaceOf(view, environment) : '';
  const path = usePath().data?.path?.components;
  const { sel, focus, to, group, open, shut } = view;
  const present = useMemo(
    () => [
      ...componentsIn(sel),
      ...(focus ? [focus] : []),
      ...(to ? [to] : []),
      ...(path ?? []).map(({ id }) => id),
    ],
    [sel, focus, to, path],
  );
  const asked = { group, open, shut };
  const { laidOut, isRunning, share, error } = useLaidOut(graph, { view: key, space, asked, present });

  useEffect(() => useOnScreen.setState({ laidOut }), [laidOut]);
  useEffect(() => () => useOnScreen.setState({ laidOut: null }), []);

  useQuiet(laidOut?.graph, laidOut?.visible);

  const failure = query.error ?? overview.error ?? error;
  const isNothing = overview.data?.environments.length === 0;
  const isEmpty = laidOut?.places.size === 0;
  const isBusy = query.isFetching || isRunning;
  return (
    <section className={classes.canvas} aria-label="Graph" aria-busy={isBusy}>
      <ReactFlowProvider>
        {laidOut && !isEmpty && (
          <GraphView laidOut={laidOut} isPhone={isPhone} isSettled={!isBusy && laidOut.view === key} />
        )}
        {laidOut && view.draft && (
          <Suspense>
            <PortTray />
          </Suspense>
        )}
        {laidOut && !isEmpty && (
          <div className={classes.foot}>
            <CanvasControls laidOut={laidOut} />
            <Legend />
          </div>
        )}
        {laidOut?.graph.more && <FocusEdges more={laidOut.graph.more} />}
        {laidOut && !isEmpty && <ArrowsMenu arrows={laidOut.graph.edges.length} />}
      </ReactFlowProvider>
      {laidOut && isBusy && <LoadingBar share={share} />}
      {failure && (
        <Failed error={failure} onRetry={() => void query.refetch()} isOverGraph={laidOut !== null} />
      )}
      {!failure && (isNothing || isEmpty) && <Empty isWholeGraph={isNothing} />}
      {!failure && !laidOut && !isNothing && <Loading count={graph?.components.length} />}
      {laidOut && laidOut.visible.hidden > 0 && <LeftOut visible={laidOut.visible} />}
      {laidOut && laidOut.graph.total > laidOut.graph.components.length && (
        <p className={classes.cut} role="status">
          {laidOut.graph.components.length.toLocaleString()} of {laidOut.graph.total.toLocaleString()} shown:
          filter, or focus on a component, to see the rest.
        </p>
      )}
    </section>
  );
}
