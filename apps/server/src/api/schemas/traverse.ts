import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { cardSchema, certaintySchema, count, dependencySchema, edgeSchema, headSchema } from './common';

export const lineageSchema = z.object({
  head: headSchema,
  start: componentIdSchema,
  total: count,
  items: z.array(z.object({ card: cardSchema, distance: z.number().int() })),
  edges: z.array(edgeSchema),
});

export const impactSchema = z.object({
  head: headSchema,
  start: componentIdSchema,
  output: z.string().nullable(),
  total: count,
  rings: z.array(count),
  byCertainty: z.object({ certain: count, likely: count, possible: count }),
  items: z.array(
    z.object({
      card: cardSchema,
      distance: count,
      certainty: certaintySchema,
      via: componentIdSchema,
      wave: count.nullable(),
    }),
  ),
  waves: z.array(z.array(componentIdSchema)).nullable(),
  notAffected: z.array(componentIdSchema),
  /** The same as Markdown, for a ticket or a chat. */
  markdown: z.string(),
});

export const pathSchema = z.object({
  head: headSchema,
  /** `null`: neither depends on the other. */
  path: z
    .object({
      direction: z.enum(['upstream', 'downstream']),
      components: z.array(cardSchema),
      dependencies: z.array(dependencySchema),
    })
    .nullable(),
});
