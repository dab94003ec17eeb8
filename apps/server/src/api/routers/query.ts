import { MAX_QUERY_LENGTH, parse } from '@karma/query';
import { z } from 'zod';
import { answerQuery } from '../../query/answer-query';
import { answerVocabulary } from '../../query/answer-vocabulary';
import { queryAnswerSchema, vocabularySchema } from '../schemas/query';
import { procedure, router } from '../trpc';

export const queryRouter = router({
  /** The components that a query of the filter language is about. */
  query: procedure
    .input(
      z.object({
        text: z.string().max(MAX_QUERY_LENGTH),
        limit: z.int().min(0).max(20_000).default(1000),
        at: z.string().optional(),
      }),
    )
    .output(queryAnswerSchema)
    .query(({ ctx, input: { at, text, limit } }) => {
      const query = parse(text);
      return ctx.views.ask(at, (view) => answerQuery(view, query, limit));
    }),

  /** The words of the graph, for completion of a query while it is typed. */
  vocabulary: procedure
    .input(z.object({ at: z.string().optional() }))
    .output(vocabularySchema)
    .query(({ ctx, input: { at } }) => ctx.views.ask(at, answerVocabulary)),
});
