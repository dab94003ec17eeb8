import { z } from 'zod';
import { deleteViewInputSchema, savedViewSchema, saveViewInputSchema } from '../schemas/saved-views';
import { procedure, router } from '../trpc';

export const savedViewsRouter = router({
  /** The views that people share, by name. */
  savedViews: procedure
    .input(z.object({}).optional())
    .output(z.array(savedViewSchema))
    .query(({ ctx }) => ctx.savedViews.list()),

  /** Saves a view for everybody. CONFLICT when somebody else saved or deleted it meanwhile. */
  saveView: procedure
    .input(saveViewInputSchema)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => ctx.savedViews.save(input)),

  /** Deletes a view for everybody. CONFLICT when somebody else saved it meanwhile. */
  deleteView: procedure
    .input(deleteViewInputSchema)
    .mutation(({ ctx, input: { id, version } }) => ctx.savedViews.delete(id, version)),
});
