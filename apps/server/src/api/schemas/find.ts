import { z } from 'zod';
import { cardSchema, count } from './common';

/** `search({ text, limit })`: best first. `ranges` are the matched spans in `id`, start and end. */
export const searchSchema = z.object({
  hits: z.array(z.object({ card: cardSchema, ranges: z.array(z.tuple([count, count])) })),
  total: count,
});
