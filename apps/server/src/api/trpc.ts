import { UnknownComponentError } from '@karma/core';
import { ForgeError, type ForgeProblem } from '@karma/forge';
import type { PresentWorld } from '@karma/ingest';
import { QueryError } from '@karma/query';
import { SourceUnavailableError } from '@karma/sources';
import { ConflictError, LeaseHeldError, StaleReaderError, UnknownRevisionError } from '@karma/store';
import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { GraphIndex } from '../graph-index/graph-index';
import type { Proposals } from '../proposals/proposals';
import type { SavedViews } from '../saved-views/saved-views';
import type { EventHub } from '../sync/event-hub';
import type { SyncLoop } from '../sync/sync-loop';
import { NotFoundError } from '../view/not-found-error';
import type { Views } from '../view/views';
import type { queryProblemSchema } from './schemas/query';

/** What the procedures work with. */
export interface Context {
  readonly views: Views;
  readonly index: GraphIndex;
  /** World and graph at the head, for plans. */
  readonly present: PresentWorld;
  readonly proposals: Proposals;
  /** Directory with drafts that everybody is offered; `null` for none. */
  readonly draftsDirectory: string | null;
  readonly sync: SyncLoop;
  readonly events: EventHub;
  readonly savedViews: SavedViews;
  readonly service: Service;
}

/** What does not change while this process runs. */
export interface Service {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly store: { readonly kind: string; readonly location: string };
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, query: error.cause instanceof QueryError ? problemOf(error.cause) : null },
  }),
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
});

function problemOf({
  start,
  end,
  reason,
  expected,
  suggestion,
}: QueryError): z.infer<typeof queryProblemSchema> {
  return { start, end, reason, expected: [...expected], suggestion };
}

/** The one place where errors of the domain become errors of the API. */
const translated = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const code = cause && codeOf(cause);
  if (code) throw new TRPCError({ code, message: cause.message, cause });
  return result;
});

const FORGE_CODES: Record<ForgeProblem, TRPCError['code']> = {
  unreachable: 'SERVICE_UNAVAILABLE',
  'rate-limit': 'TOO_MANY_REQUESTS',
  unauthorised: 'PRECONDITION_FAILED',
  forbidden: 'FORBIDDEN',
  protected: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
};

function codeOf(error: Error): TRPCError['code'] | undefined {
  if (error instanceof NotFoundError || error instanceof UnknownComponentError) return 'NOT_FOUND';
  if (error instanceof UnknownRevisionError) return 'NOT_FOUND';
  if (error instanceof QueryError) return 'BAD_REQUEST';
  if (error instanceof ForgeError) return FORGE_CODES[error.problem];
  if (error instanceof LeaseHeldError || error instanceof ConflictError) return 'CONFLICT';
  if (error instanceof SourceUnavailableError || error instanceof StaleReaderError)
    return 'SERVICE_UNAVAILABLE';
  return undefined;
}

export const { router, createCallerFactory, mergeRouters } = t;
export const procedure = t.procedure.use(translated);
