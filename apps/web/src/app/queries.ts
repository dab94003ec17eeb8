import { componentName } from '@karma/core';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import type { GraphInput } from '../api/types';
import { ANY_ENVIRONMENT, environmentsIn } from './scope';
import type { ViewParams } from './search-params';
import { useView } from './use-view';
import { ALL_STEPS, componentsIn, stepsOf } from './view';

/**
 * The questions that more than one feature asks. Sharing the hook shares the query key, so that canvas and panels
 * work from one answer.
 */

export function useOverview() {
  const trpc = useTRPC();
  return useQuery(trpc.overview.queryOptions({}));
}

/**
 * The environment that is looked at: the one that the query names, else the chosen one, else that of the component in
 * focus or selected, else the one with the most findings. `undefined` until the overview is there, or when there is
 * none.
 */
export function useEnvironment(): string | undefined {
  const { env, focus, sel, q } = useView();
  const [asked, ...others] = environmentsIn(q);
  const overview = useOverview();
  const subject = focus ?? componentsIn(sel)[0];
  if (asked !== undefined && asked !== ANY_ENVIRONMENT && others.length === 0) {
    const named = overview.data?.environments.find(
      (row) => row.environment.toLowerCase() === asked.toLowerCase(),
    );
    return named?.environment ?? asked;
  }
  return (
    env ?? (subject && componentName(subject).environment) ?? overview.data?.environments[0]?.environment
  );
}

/** What a read adds to answer of the moment that is looked at: nothing, for now. */
export function useMoment(): { at?: string } {
  const { at } = useView();
  return at ? { at } : {};
}

/** As many components as the canvas shows. */
const MOST = 20_000;

/** The slice of the graph that a view shows, in the words of the API. */
export function graphInput(view: ViewParams, environment: string): GraphInput {
  const at = view.at ? { at: view.at } : {};
  if (view.focus && view.mode === 'impact') {
    const downstream = view.depth ?? ALL_STEPS;
    return { focus: { id: view.focus, upstream: 0, downstream }, limit: MOST, ...at };
  }
  if (view.focus && view.mode === 'path') return { environment, limit: MOST, ...at };
  if (view.focus) {
    const { up, down } = stepsOf(view);
    return { focus: { id: view.focus, upstream: up, downstream: down }, limit: MOST, ...at };
  }
  return {
    ...(environmentsIn(view.q).length === 0 && { environment }),
    ...(view.q && { query: view.q }),
    limit: MOST,
    ...at,
  };
}

/**
 * The space on the canvas that a view is part of. Views of one space share the places of their components: other
 * filters, more steps around the focus and other moments show more or less of the same picture.
 */
export function spaceOf(view: ViewParams, environment: string): string {
  const about = view.focus && view.mode !== 'path' ? [view.mode ?? 'map', view.focus] : ['map', environment];
  return JSON.stringify([...about, view.group ?? 'auto']);
}

/** What the canvas shows. */
export function useGraph() {
  const trpc = useTRPC();
  const view = useView();
  const environment = useEnvironment();
  return useQuery({
    ...trpc.graph.queryOptions(environment ? graphInput(view, environment) : skipToken),
    placeholderData: keepPreviousData,
  });
}

/** The blast radius of `focus` (of its output `key`), while `mode=impact`. */
export function useImpact() {
  const trpc = useTRPC();
  const { mode, focus, key, depth } = useView();
  const moment = useMoment();
  return useQuery(
    trpc.impact.queryOptions(
      mode === 'impact' && focus
        ? { id: focus, limit: MOST, ...(key && { output: key }), ...(depth && { depth }), ...moment }
        : skipToken,
    ),
  );
}

/** The path from `focus` to `to`, while `mode=path`. */
export function usePath() {
  const trpc = useTRPC();
  const { mode, focus, to } = useView();
  const moment = useMoment();
  return useQuery(
    trpc.path.queryOptions(
      mode === 'path' && focus && to ? { from: [focus], to: [to], ...moment } : skipToken,
    ),
  );
}
