import { CERTAINTIES, componentIdSchema, FINDING_KINDS, RULES, SEVERITIES, STATUSES } from '@karma/core';
import { z } from 'zod';

/** What the procedures take and give. Times are ISO 8601, UTC; lists are sorted as said. */

export const count = z.number().int().nonnegative();

export const countBy = z.record(z.string(), count);

export const directionSchema = z.enum(['upstream', 'downstream', 'both']);

export const statusSchema = z.enum(STATUSES);

export const certaintySchema = z.enum(CERTAINTIES);

export const originSchema = z.object({
  key: z.string(),
  actor: z.string().nullable(),
  at: z.string(),
  message: z.string(),
});

/** A component as a card on the canvas, a row of a list or a search hit shows it. */
export const cardSchema = z.object({
  id: componentIdSchema,
  environment: z.string(),
  type: z.string(),
  nickname: z.string(),
  status: statusSchema,
  owner: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  abstract: z.boolean(),
  /** Findings by severity. */
  findings: z.object({ error: count, warning: count, info: count }),
  /** Names of the placements that carry it. */
  placements: z.array(z.string()),
  /** Of the last change of its config, parameters or outputs; `null` is unknown. */
  changedAt: z.string().nullable(),
});

export const evidenceSchema = z.object({
  rule: z.enum(RULES),
  at: z.string(),
  matched: z.string(),
  consumes: z.union([z.literal('all'), z.array(z.string())]),
  claim: z.string().nullable(),
  crossesEnvironments: z.boolean(),
  /** The evidence in one sentence for people, written by `core`. */
  words: z.string(),
});

/** An edge on the canvas: consumer → provider. */
export const edgeSchema = z.object({
  from: componentIdSchema,
  to: componentIdSchema,
  confidence: z.enum(['declared', 'inferred']),
  ambiguous: z.boolean(),
});

export const dependencySchema = edgeSchema.extend({
  consumes: z.union([z.literal('all'), z.array(z.string())]),
  evidence: z.array(evidenceSchema),
});

export const findingSchema = z.object({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  severity: z.enum(SEVERITIES),
  component: componentIdSchema.nullable(),
  environment: z.string(),
  type: z.string().nullable(),
  placement: z.string().nullable(),
  at: z.string().nullable(),
  reason: z.string(),
  remedy: z.string(),
  since: z.string().nullable(),
  comparisons: z.array(
    z.object({ label: z.string(), expected: z.string().nullable(), actual: z.string().nullable() }),
  ),
});

export const revisionSummarySchema = z.object({
  number: count,
  key: z.string(),
  source: z.string(),
  actor: z.string().nullable(),
  message: z.string(),
  at: z.string(),
  counts: z.object({ added: count, changed: count, removed: count }),
  touched: z.array(componentIdSchema),
});

/** Where the answer stands: every read says which revision it saw. */
export const headSchema = z.object({ generation: count, revision: count, key: z.string() });
