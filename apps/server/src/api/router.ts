import { findRouter } from './routers/find';
import { graphRouter } from './routers/graph';
import { historyRouter } from './routers/history';
import { overviewRouter } from './routers/overview';
import { planRouter } from './routers/plan';
import { proposalsRouter } from './routers/proposals';
import { queryRouter } from './routers/query';
import { savedViewsRouter } from './routers/saved-views';
import { sourcesRouter } from './routers/sources';
import { traverseRouter } from './routers/traverse';
import { createCallerFactory, mergeRouters } from './trpc';

/**
 * The API, flat: `overview`, `graph`, `export`, `component`, `dependency`, `search`, `findings`, `query`, `vocabulary`, `lineage`,
 * `impact`, `path`, `outputUsers`, `revisions`, `revision`, `plan`, `whatIf`, `workbench`, `configTexts`, `readyDrafts`,
 * `proposals`, `proposal`, `proposalTargets`, `sendProposal`, `mergeProposal`, `refreshProposal`, `catalog`,
 * `sources`, `status`, `sync`, `events`, `savedViews`, `saveView`, `deleteView`. Reads take a
 * revision key `at` where they can answer of the past. What is asked for and not there is NOT_FOUND; inputs that are
 * not allowed, BAD_REQUEST.
 */
export const appRouter = mergeRouters(
  overviewRouter,
  graphRouter,
  findRouter,
  queryRouter,
  traverseRouter,
  historyRouter,
  sourcesRouter,
  planRouter,
  proposalsRouter,
  savedViewsRouter,
);
export type AppRouter = typeof appRouter;

/** Calls procedures directly, without HTTP. */
export const createCaller = createCallerFactory(appRouter);
