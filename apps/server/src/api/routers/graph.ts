import { componentIdSchema } from '@karma/core';
import { renderJson } from '@karma/render';
import { z } from 'zod';
import { answerGraph } from '../../view/answer-graph';
import { componentDetail } from '../../view/component-detail';
import { exportedGraph } from '../../view/exported-graph';
import { dependencyToDetail } from '../../view/mappings';
import { NotFoundError } from '../../view/not-found-error';
import { dependencySchema } from '../schemas/common';
import { componentDetailSchema, graphInputSchema, graphSchema } from '../schemas/graph';
import { procedure, router } from '../trpc';

export const graphRouter = router({
  /** A filtered slice, or what is around `focus`; of that, what a query is about. */
  graph: procedure
    .input(graphInputSchema)
    .output(graphSchema)
    .query(({ ctx, input: { at, ...asked } }) => ctx.views.ask(at, (view) => answerGraph(view, asked))),

  /** The same slice with all that is known of it, as the text that `karma export --format json` prints. */
  export: procedure
    .input(graphInputSchema)
    .output(z.string())
    .query(({ ctx, input: { at, ...asked } }) =>
      ctx.views.ask(at, async (view) => {
        const { components } = await answerGraph(view, asked);
        return renderJson(
          await exportedGraph(
            view,
            components.map(({ id }) => id),
          ),
        );
      }),
    ),

  /** All that is known of one component. */
  component: procedure
    .input(z.object({ id: componentIdSchema, at: z.string().optional() }))
    .output(componentDetailSchema)
    .query(({ ctx, input: { id, at } }) =>
      ctx.views.ask(at, (view) => componentDetail(ctx.views.store, view, id)),
    ),

  /** One dependency with every reference behind it. */
  dependency: procedure
    .input(z.object({ from: componentIdSchema, to: componentIdSchema, at: z.string().optional() }))
    .output(dependencySchema)
    .query(({ ctx, input: { from, to, at } }) =>
      ctx.views.ask(at, async ({ reader }) => {
        const dependency = await reader.dependency(from, to);
        if (!dependency) throw new NotFoundError(`${from} does not depend on ${to}.`);
        return dependencyToDetail(dependency);
      }),
    ),
});
