import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import {
  proposalSchema,
  proposalSummarySchema,
  proposalTargetSchema,
  sendInputSchema,
  sendResultSchema,
} from '../schemas/proposals';
import { procedure, router } from '../trpc';

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

const id = z.object({ id: z.string().min(1) });

export const proposalsRouter = router({
  /** Drafts that were sent out, the latest first. */
  proposals: procedure
    .input(z.object({}).optional())
    .output(z.array(proposalSummarySchema))
    .query(({ ctx }) => ctx.proposals.list()),

  /** One of them. */
  proposal: procedure
    .input(id)
    .output(proposalSchema)
    .query(({ ctx, input }) => ctx.proposals.get(input.id)),

  /** Where a draft that touches these components would go. A mutation because ids do not fit into an address. */
  proposalTargets: procedure
    .input(z.object({ ids: z.array(componentIdSchema).max(500) }))
    .output(z.array(proposalTargetSchema))
    .mutation(({ ctx, input }) => ctx.proposals.targets(input.ids)),

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

  /** Merges one branch of a proposal, where Karma may. */
  mergeProposal: procedure
    .input(id.extend({ branch: z.string() }))
    .output(proposalSchema)
    .mutation(({ ctx, input }) => ctx.proposals.merge(input.id, input.branch)),

  /** Asks the forge what became of it. */
  refreshProposal: procedure
    .input(id)
    .output(proposalSchema)
    .mutation(({ ctx, input }) => ctx.proposals.refresh(input.id)),
});
