import { parse, type Query } from '@karma/query';
import type { z } from 'zod';
import type { graphInputSchema, graphSchema } from '../api/schemas/graph';
import { answerQuery } from '../query/answer-query';
import { filterToQuery, queryAround, withinEnvironment } from '../query/filter-to-query';
import { componentToCard, dependencyToEdge, headToAnswer } from './mappings';
import { answerNeighbourhood } from './neighbourhood';
import type { View } from './views';

/**
 * A filtered slice, or what is around `focus`; of that, what a query is about.
 * @throws QueryError, UnknownComponentError, StaleReaderError
 */
export async function answerGraph(
  view: View,
  { focus, limit, query: text, ...filter }: Omit<z.infer<typeof graphInputSchema>, 'at'>,
): Promise<z.infer<typeof graphSchema>> {
  if (text !== undefined) {
    const query = parse(text);
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
}

function within(query: Query, environment: string | undefined): Query {
  return environment === undefined ? query : withinEnvironment(query, environment);
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Partial<Defined<T>>;
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}
