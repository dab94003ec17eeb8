import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { count, countBy, findingSchema, headSchema, revisionSummarySchema } from './common';

const environmentSummarySchema = z.object({
  environment: z.string(),
  components: count,
  dependencies: count,
  byStatus: countBy,
  byType: countBy,
  bySeverity: countBy,
  byFinding: countBy,
  owners: countBy,
  largestImpact: z.object({ id: componentIdSchema, count }).nullable(),
});

/** `overview({})`: the opening view is the environment with the most findings (first of `environments`). */
export const overviewSchema = z.object({
  head: headSchema,
  environments: z.array(environmentSummarySchema),
  latest: z.array(revisionSummarySchema),
  topFindings: z.array(findingSchema),
  /** Three questions that lead a newcomer; `ids` are the components it is about. */
  questions: z.array(
    z.object({
      kind: z.enum(['trace', 'impact', 'path']),
      text: z.string(),
      ids: z.array(componentIdSchema),
    }),
  ),
});
