import { z } from 'zod';
import { cardSchema, edgeSchema, findingSchema, revisionSummarySchema } from './common';

const changeOf = <T extends z.ZodType>(value: T) =>
  z.object({ before: value.nullable(), after: value.nullable() });

export const revisionSchema = revisionSummarySchema.extend({
  components: z.array(changeOf(cardSchema)),
  dependencies: z.array(changeOf(edgeSchema)),
  findings: z.array(changeOf(findingSchema)),
});
