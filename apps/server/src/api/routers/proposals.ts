import { z } from 'zod';
import { proposalSchema, sendInputSchema, sendResultSchema } from '../schemas/proposals';
import { procedure, router } from '../trpc';

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

const id = z.object({ id: z.string().min(1) });

export const proposalsRouter = router({
  /** Drafts that were sent out, the latest first. */
  proposals: procedure
    .input(z.object({}).optional())
    .output(z.array(proposalSchema))
    .query(({ ctx }) => ctx.proposals.list()),

  /** One of them. */
  proposal: procedure
    .input(id)
    .output(proposalSchema)
    .query(({ ctx, input }) => ctx.proposals.get(input.id)),

  /** Sends a draft out, or brings its branches and pull requests up to date. */
  sendProposal: procedure
    .input(sendInputSchema)
    .output(sendResultSchema)
    .mutation(async ({ ctx, input }) => {
      const result = await ctx.proposals.send(input);
      if (result.kind === 'sent') return result;
      const collisions = result.collisions.map(({ id: component, pointer, base, mine, theirs }) => ({
        id: component,
        pointer,
        base: jsonOf(base),
        mine: jsonOf(mine),
        theirs: jsonOf(theirs),
      }));
      return { ...result, collisions };
    }),

  /** Merges what Karma may merge. */
  mergeProposal: procedure
    .input(id)
    .output(proposalSchema)
    .mutation(({ ctx, input }) => ctx.proposals.merge(input.id)),

  /** Asks the forge what became of it. */
  refreshProposal: procedure
    .input(id)
    .output(proposalSchema)
    .mutation(({ ctx, input }) => ctx.proposals.refresh(input.id)),
});
