import { componentIdSchema } from '@karma/core';
import { parse, type Query } from '@karma/query';
import { z } from 'zod';
import { answerQuery } from '../../query/answer-query';
import { filterToQuery, queryAround, withinEnvironment } from '../../query/filter-to-query';
import { componentDetail } from '../../view/component-detail';
import { componentToCard, dependencyToDetail, dependencyToEdge, headToAnswer } from '../../view/mappings';
import { answerNeighbourhood } from '../../view/neighbourhood';
import { NotFoundError } from '../../view/not-found-error';
import { dependencySchema } from '../schemas/common';
import { componentDetailSchema, graphInputSchema, graphSchema } from '../schemas/graph';
import { procedure, router } from '../trpc';

export const graphRouter = router({
  /** A filtered slice, or what is around `focus`; of that, what a query is about. */
  graph: procedure
    .input(graphInputSchema)
    .output(graphSchema)
    .query(({ ctx, input: { at, focus, limit, query: text, ...filter } }) => {
      const query = text === undefined ? undefined : parse(text);
      return ctx.views.ask(at, async (view) => {
        if (query) {
          const whole: Query = focus
            ? queryAround(focus, query)
            : { kind: 'and', terms: [within(query, filter.environment), filterToQuery(filter)] };
          const { head, cards, edges, total } = await answerQuery(view, whole, limit);
          return { head, components: cards, edges, total };
        }
        if (focus) return answerNeighbourhood(view, focus, limit);
        const slice = await view.reader.slice({ ...withoutUndefined(filter), limit });
        return {
          head: headToAnswer(view.reader.head),
          components: slice.components.map((component) => componentToCard(component, view)),
          edges: slice.dependencies.map(dependencyToEdge),
          total: slice.total,
        };
      });
    }),

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

function within(query: Query, environment: string | undefined): Query {
  return environment === undefined ? query : withinEnvironment(query, environment);
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Partial<Defined<T>>;
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}
