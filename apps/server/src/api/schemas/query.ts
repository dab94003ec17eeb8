import { z } from 'zod';
import { cardSchema, count, edgeSchema, headSchema } from './common';

/** `query({ text, limit, at? })`: which components a query of the filter language is about, sorted by id. */
export const queryAnswerSchema = z.object({
  head: headSchema,
  cards: z.array(cardSchema),
  /** Among the cards. */
  edges: z.array(edgeSchema),
  /** How many match in all; more than `cards` when the limit cut. */
  total: count,
  /** Names in the query that no component has, with their places in the text, and what was probably meant. */
  unknown: z.array(z.object({ name: z.string(), start: count, end: count, nearest: z.string().nullable() })),
});

const words = z.array(z.string()).readonly();

/** `vocabulary({ at? })`: what `complete` of the filter language offers. */
export const vocabularySchema = z.object({
  environments: words,
  types: words,
  owners: words,
  placements: words,
  /** Values by key. */
  tags: z.record(z.string(), words),
  names: words,
  configPaths: words,
  outputs: words,
});

/** Where and why a text is not a query: `data.query` of a BAD_REQUEST. */
export const queryProblemSchema = z.object({
  start: count,
  end: count,
  reason: z.string(),
  /** What may stand there, for people. */
  expected: z.array(z.string()),
  /** What to put in place of the text from `start` to `end`. */
  suggestion: z.string().nullable(),
});
