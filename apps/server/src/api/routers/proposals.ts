import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import type { Proposal } from '../../proposals/proposal-record';
import {
  proposalDetailSchema,
  proposalSummarySchema,
  proposalsInputSchema,
  proposalTargetSchema,
  sendInputSchema,
  sendResultSchema,
} from '../schemas/proposals';
import { type Context, procedure, router } from '../trpc';

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

const id = z.object({ id: z.string().min(1) });

/** As people read it: with its progress, and placements by name. */
async function detail({ proposals, views }: Context, proposal: Proposal) {
  const { progress, ...rest } = await proposals.detail(proposal);
  const waves = progress.waves.map(({ components, affected, isDone }) => ({
    isDone,
    affected: [...affected],
    components: components.map((component) => ({
      ...component,
      placements: component.placements.map((at) => ({ ...at, placement: views.placementName(at.placement) })),
    })),
  }));
  return { ...rest, progress: { ...progress, waves } };
}

export const proposalsRouter = router({
  /** Drafts that were sent out, the latest first; page on with `before`. */
  proposals: procedure
    .input(proposalsInputSchema)
    .output(z.array(proposalSummarySchema))
    .query(({ ctx, input }) => ctx.proposals.list(input)),

  /** One of them. */
  proposal: procedure
    .input(id)
    .output(proposalDetailSchema)
    .query(async ({ ctx, input }) => detail(ctx, await ctx.proposals.get(input.id))),

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
      if (result.kind === 'sent') return { ...result, proposal: await detail(ctx, result.proposal) };
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
    .input(id.extend({ repository: z.string(), branch: z.string() }))
    .output(proposalDetailSchema)
    .mutation(async ({ ctx, input }) => detail(ctx, await ctx.proposals.merge(input.id, input))),

  /** Asks the forge what became of it. */
  refreshProposal: procedure
    .input(id)
    .output(proposalDetailSchema)
    .mutation(async ({ ctx, input }) => detail(ctx, await ctx.proposals.refresh(input.id))),
});
