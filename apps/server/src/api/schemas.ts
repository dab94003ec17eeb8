import { CERTAINTIES, componentIdSchema, FINDING_KINDS, RULES, SEVERITIES, STATUSES } from '@karma/core';
import { MAX_QUERY_LENGTH } from '@karma/query';
import { z } from 'zod';
import { sourceStatusSchema } from '../sync/source-status';

/** What the procedures take and give. Times are ISO 8601, UTC; lists are sorted as said. */

const count = z.number().int().nonnegative();
const countBy = z.record(z.string(), count);

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

const changeOf = <T extends z.ZodType>(value: T) =>
  z.object({ before: value.nullable(), after: value.nullable() });

export const revisionSchema = revisionSummarySchema.extend({
  components: z.array(changeOf(cardSchema)),
  dependencies: z.array(changeOf(edgeSchema)),
  findings: z.array(changeOf(findingSchema)),
});

/** Where the answer stands: every read says which revision it saw. */
export const headSchema = z.object({ generation: count, revision: count, key: z.string() });

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

export const environmentSummarySchema = z.object({
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

/** `graph(...)` input: a filtered slice, or what is around `focus`. `at` is a revision key. */
export const graphInputSchema = z.object({
  environment: z.string().optional(),
  types: z.array(z.string()).optional(),
  statuses: z.array(statusSchema).optional(),
  tags: z.array(z.string()).optional(),
  owner: z.string().optional(),
  findings: z.array(z.string()).optional(),
  text: z.string().optional(),
  /** The filter language; what matches must also pass the filters, or lie around the focus. */
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

/** `query({ text, limit, at? })`: which components a query of the filter language is about, sorted by id. */
export const queryAnswerSchema = z.object({
  head: headSchema,
  cards: z.array(cardSchema),
  /** Among the cards. */
  edges: z.array(edgeSchema),
  /** How many match in all; more than `cards` when the limit cut. */
  total: count,
  /** Names in the query that no component has, with their places in the text. */
  unknown: z.array(z.object({ name: z.string(), start: count, end: count })),
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

/** One key of the effective config. */
export const effectiveKeySchema = z.object({
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

/** `search({ text, limit })`: best first. `ranges` are the matched spans in `id`, start and end. */
export const searchSchema = z.object({
  hits: z.array(z.object({ card: cardSchema, ranges: z.array(z.tuple([count, count])) })),
  total: count,
});

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
  edges: z.array(edgeSchema),
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
