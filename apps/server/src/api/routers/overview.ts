import { z } from 'zod';
import { overview } from '../../view/overview';
import { overviewSchema } from '../schemas/overview';
import { procedure, router } from '../trpc';

export const overviewRouter = router({
  /** The opening view. */
  overview: procedure
    .input(z.object({}).optional())
    .output(overviewSchema)
    .query(({ ctx }) => ctx.views.ask(undefined, (view) => overview(ctx.views.store, view))),
});
