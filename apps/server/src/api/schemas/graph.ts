import { componentIdSchema } from '@karma/core';
import { MAX_QUERY_LENGTH } from '@karma/query';
import { z } from 'zod';
import {
  cardSchema,
  count,
  dependencySchema,
  edgeSchema,
  findingSchema,
  headSchema,
  originSchema,
  revisionSummarySchema,
  statusSchema,
} from './common';

/** `graph(...)` input: a filtered slice, or what is around `focus`. `at` is a revision key. */
export const graphInputSchema = z.object({
  environment: z.string().optional(),
  types: z.array(z.string()).optional(),
  statuses: z.array(statusSchema).optional(),
  tags: z.array(z.string()).optional(),
  owner: z.string().optional(),
  findings: z.array(z.string()).optional(),
  text: z.string().optional(),
  /**
   * The filter language; what matches must also pass the filters, or lie around the focus. Its paths begin and end in
   * `environment`, where that is given.
   */
  query: z.string().max(MAX_QUERY_LENGTH).optional(),
  /** A component, and the steps around it each way. */
  focus: z.object({ id: componentIdSchema, upstream: count.max(50), downstream: count.max(50) }).optional(),
  limit: count.max(20_000).default(1000),
  at: z.string().optional(),
});

export const graphSchema = z.object({
  head: headSchema,
  components: z.array(cardSchema),
  edges: z.array(edgeSchema),
  /** How many match in all; more than `components` when the limit cut. */
  total: count,
  /** Around a focus, without a query: how many components one more step each way would add. */
  more: z.object({ upstream: count, downstream: count }).optional(),
});

/** One key of the effective config. */
const effectiveKeySchema = z.object({
  pointer: z.string(),
  /** JSON text of the value, one leaf a row; arrays are leaves. */
  value: z.string(),
  /** The component whose file sets it, and that file. */
  from: componentIdSchema,
  file: z.string(),
});

export const parameterStateSchema = z.object({
  name: z.string(),
  type: z.enum(['String', 'StringList', 'SecureString']),
  origin: originSchema,
});

export const outputValueSchema = z.object({
  key: z.string(),
  /** `null` for a `SecureString`: a name without a value. */
  value: z.string().nullable(),
  secret: z.boolean(),
  parameter: z.string(),
});

/** What shows, beside outputs, that a component was deployed. */
const deploymentEvidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('state'),
    origin: originSchema,
    serial: z.number().int(),
    resources: z.number().int(),
  }),
  z.object({
    kind: z.literal('report'),
    origin: originSchema,
    version: z.string().nullable(),
    url: z.string().nullable(),
  }),
]);

/** `component({ id, at? })`. */
export const componentDetailSchema = z.object({
  head: headSchema,
  card: cardSchema,
  declaration: z.object({ path: z.string(), text: z.string(), origin: originSchema }).nullable(),
  parents: z.array(componentIdSchema),
  heirs: z.array(componentIdSchema),
  aliases: z.array(z.string()),
  effective: z.array(effectiveKeySchema),
  placements: z.array(
    z.object({
      placement: z.string(),
      name: z.string(),
      status: statusSchema,
      publication: parameterStateSchema.nullable(),
      deployedAt: z.string().nullable(),
      evidence: z.array(deploymentEvidenceSchema),
      runtime: z.array(parameterStateSchema),
      outputs: z.array(outputValueSchema),
    }),
  ),
  upstream: z.array(dependencySchema),
  downstream: z.array(dependencySchema),
  findings: z.array(findingSchema),
  /** Newest first; page on with `revisions({ component, before })`. */
  history: z.array(revisionSummarySchema),
});
