import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { cardsOf, findingToAnswer } from '../../view/mappings';
import { findingSchema } from '../schemas/common';
import { searchSchema } from '../schemas/find';
import { procedure, router } from '../trpc';

export const findRouter = router({
  /** Components whose id contains the words of a text; best first. */
  search: procedure
    .input(
      z.object({
        text: z.string().max(200),
        limit: z.int().min(1).max(200).default(20),
        environment: z.string().optional(),
      }),
    )
    .output(searchSchema)
    .query(({ ctx, input }) =>
      ctx.views.ask(undefined, async (view) => {
        const { hits, total } = ctx.index.search(input);
        const cards = await cardsOf(
          view,
          hits.map(({ id }) => id),
        );
        const ranges = new Map(hits.map((hit) => [hit.id, hit.ranges]));
        return {
          hits: cards.map((card) => ({
            card,
            ranges: (ranges.get(card.id) ?? []).map(([start, end]): [number, number] => [start, end]),
          })),
          total,
        };
      }),
    ),

  /** Findings of a component, of an environment, or all. */
  findings: procedure
    .input(z.object({ environment: z.string().optional(), component: componentIdSchema.optional() }))
    .output(z.array(findingSchema))
    .query(({ ctx, input: { environment, component } }) =>
      ctx.views.ask(undefined, async ({ reader }) => {
        const found = await reader.findings({
          ...(environment === undefined ? {} : { environment }),
          ...(component === undefined ? {} : { component }),
        });
        return found.map(findingToAnswer);
      }),
    ),
});
