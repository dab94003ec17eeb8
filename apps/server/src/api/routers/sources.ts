import { z } from 'zod';
import { sourceStatusSchema } from '../../sync/source-status';
import { catalog } from '../../view/catalog';
import { headToAnswer, summaryToAnswer } from '../../view/mappings';
import { serviceStatus } from '../../view/service-status';
import { headSchema } from '../schemas/common';
import { catalogEntrySchema, eventSchema, serviceStatusSchema } from '../schemas/sources';
import { procedure, router } from '../trpc';

export const sourcesRouter = router({
  /** The component types of an environment. */
  catalog: procedure
    .input(z.object({ environment: z.string() }))
    .output(z.array(catalogEntrySchema))
    .query(({ ctx, input: { environment } }) =>
      ctx.views.ask(undefined, (view) => catalog(ctx.views.store, view, environment)),
    ),

  /** How each source is doing. */
  sources: procedure
    .input(z.object({}).optional())
    .output(z.array(sourceStatusSchema))
    .query(({ ctx }) => [...ctx.sync.statuses]),

  /** How this process, its store and every source are doing. */
  status: procedure
    .input(z.object({}).optional())
    .output(serviceStatusSchema)
    .query(({ ctx }) => serviceStatus(ctx)),

  /** Asks every source at once what is new. CONFLICT while another process is writing. */
  sync: procedure
    .input(z.object({}).optional())
    .output(z.object({ head: headSchema, revisions: z.number().int().nonnegative() }))
    .mutation(async ({ ctx }) => {
      const { head, revisions } = await ctx.sync.sync();
      return { head: headToAnswer(head), revisions };
    }),

  /** What happens, as it happens. */
  events: procedure.input(z.object({}).optional()).subscription(async function* ({ ctx, signal }) {
    for await (const event of ctx.events.listen(signal)) {
      yield eventSchema.parse(
        event.kind === 'sources'
          ? event
          : {
              ...event,
              head: headToAnswer(event.head),
              latest: event.latest && summaryToAnswer(event.latest),
            },
      );
    }
  }),
});
