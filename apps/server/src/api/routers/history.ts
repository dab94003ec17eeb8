import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { revisionToChanges, summaryToAnswer } from '../../view/mappings';
import { NotFoundError } from '../../view/not-found-error';
import { revisionSummarySchema } from '../schemas/common';
import { revisionSchema } from '../schemas/history';
import { procedure, router } from '../trpc';

export const historyRouter = router({
  /** Newest first; `before` is a revision number, exclusive. */
  revisions: procedure
    .input(
      z.object({
        before: z.int().positive().optional(),
        limit: z.int().min(1).max(500).default(50),
        component: componentIdSchema.optional(),
      }),
    )
    .output(z.array(revisionSummarySchema))
    .query(async ({ ctx, input: { before, limit, component } }) => {
      const found = await ctx.views.store.log.revisions({
        limit,
        ...(before === undefined ? {} : { before }),
        ...(component === undefined ? {} : { component }),
      });
      return found.map(summaryToAnswer);
    }),

  /** One revision and what it changed. */
  revision: procedure
    .input(z.object({ key: z.string() }))
    .output(revisionSchema)
    .query(async ({ ctx, input: { key } }) => {
      const { log } = ctx.views.store;
      const revision = await log.revision(key);
      const [summary] = revision ? await log.revisions({ before: revision.number + 1, limit: 1 }) : [];
      if (!revision || !summary) throw new NotFoundError(`There is no revision ${key}.`);
      return { ...summaryToAnswer(summary), ...revisionToChanges(revision) };
    }),
});
