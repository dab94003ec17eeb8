import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { sourceStatusSchema } from '../../sync/source-status';
import { count, headSchema, revisionSummarySchema } from './common';

/** `status({})`: this process, its store, and every source. */
export const serviceStatusSchema = z.object({
  version: z.string(),
  /** By the clock of the server. */
  now: z.string(),
  /** When this process started. */
  startedAt: z.string(),
  /** Whether this process asks the sources; another one on the same store does otherwise. */
  isLeading: z.boolean(),
  /** `location` is a path or an URL without credentials. */
  store: z.object({ kind: z.string(), location: z.string(), head: headSchema, observations: count }),
  sources: z.array(sourceStatusSchema),
});

/** `catalog({ environment })`. */
export const catalogEntrySchema = z.object({
  type: z.string(),
  description: z.string().nullable(),
  /** How many components of the type the environment holds. */
  components: count,
  /** `module`: from Terraform; `derived`: from the configs seen. */
  origin: z.enum(['module', 'derived']),
  keys: z.array(
    z.object({
      pointer: z.string(),
      type: z.string(),
      required: z.boolean(),
      default: z.string().nullable(),
    }),
  ),
  references: z.array(
    z.object({ pointer: z.string().nullable(), targetType: z.string(), required: z.boolean() }),
  ),
  outputs: z.array(z.string()),
  problems: z.array(z.object({ file: z.string(), line: z.number().nullable(), message: z.string() })),
});

/** `events()`: a subscription over server-sent events. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('head'),
    head: headSchema,
    /** What the new revisions touched; `null` when too many to name. */
    touched: z.array(componentIdSchema).nullable(),
    latest: revisionSummarySchema.nullable(),
  }),
  z.object({ kind: z.literal('sources'), sources: z.array(sourceStatusSchema) }),
]);
