import { QueryError } from '@karma/query';
import { skipToken, useQueries } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { graphInput, useEnvironment, useMoment } from '../app/queries';
import { readQuery } from '../app/scope';

/** How many components each of some queries would show here; `undefined` where that is not known (yet). */
export function useTotals(texts: readonly string[]): readonly (number | undefined)[] {
  const trpc = useTRPC();
  const environment = useEnvironment();
  const moment = useMoment();
  const answers = useQueries({
    queries: texts.map((q) => {
      const isAsked = environment !== undefined && !(readQuery(q) instanceof QueryError);
      return trpc.graph.queryOptions(
        isAsked ? { ...graphInput({ q, ...moment }, environment), limit: 0 } : skipToken,
      );
    }),
  });
  return answers.map(({ data }) => data?.total);
}
