import {
  CERTAINTIES,
  componentIdSchema,
  componentTypeSchema,
  FINDING_KINDS,
  PLAN_FINDING_KINDS,
  RISK_LEVELS,
} from '@karma/core';
import { draftSchema } from '@karma/editor';
import { z } from 'zod';
import { cardSchema, edgeSchema, headSchema } from './common';

const count = z.number().int().nonnegative();

/** The text of one config as a draft has it; `null` deletes it. */
export const draftFileSchema = z.object({
  id: componentIdSchema,
  text: z.string().max(1_000_000).nullable(),
});

/** JSON of a value as it stands in a config; `null` where it is not set. */
const jsonText = z.string().nullable();

const plannedComponentSchema = z.object({
  id: componentIdSchema,
  kind: z.enum(['created', 'changed', 'removed', 'inherited']),
  path: z.string(),
  fields: z.array(z.object({ pointer: z.string(), before: jsonText, after: jsonText })),
  outputs: z.union([z.literal('unknown'), z.array(z.string())]),
});

const planFindingSchema = z.object({
  id: z.string(),
  kind: z.enum([...PLAN_FINDING_KINDS, ...FINDING_KINDS]),
  level: z.enum(['blocking', 'warning']),
  component: componentIdSchema.nullable(),
  reason: z.string(),
  remedy: z.string(),
});

const plannedImpactSchema = z.object({
  total: count,
  rings: z.array(count),
  byCertainty: z.object({ certain: count, likely: count, possible: count }),
  /** Nearest first; may be the first of them only. */
  items: z.array(
    z.object({
      id: componentIdSchema,
      distance: count,
      certainty: z.enum(CERTAINTIES),
      via: componentIdSchema,
      wave: count.nullable(),
    }),
  ),
  /** What is edited and what is affected; as many ids as `items` and the edits hold. */
  waves: z.array(z.array(componentIdSchema)),
  notAffected: z.array(z.object({ id: componentIdSchema, provider: componentIdSchema, reason: z.string() })),
  notAffectedTotal: count,
  /** What plain reachability would have named. */
  reachable: count,
});

const riskSchema = z.object({
  score: z.number(),
  level: z.enum(RISK_LEVELS),
  factors: z.array(
    z.object({
      name: z.enum(['production', 'reach', 'removal', 'dependents', 'uncertainty', 'drift']),
      weight: z.number(),
      value: z.number(),
      why: z.string(),
    }),
  ),
});

const changeOf = <T extends z.ZodType>(value: T) =>
  z.object({ before: value.nullable(), after: value.nullable() });

/** `plan({ files })`: what follows when these texts are merged. Lists are bounded, totals are whole. */
export const planSchema = z.object({
  head: headSchema,
  components: z.array(plannedComponentSchema),
  /** The graph patch: what the canvas adds, changes and removes. */
  changes: z.object({
    components: z.array(changeOf(cardSchema)),
    dependencies: z.array(changeOf(edgeSchema)),
  }),
  impact: plannedImpactSchema,
  findings: z.array(planFindingSchema),
  risk: riskSchema,
});

/** `whatIf({ id, mishap })`: who is hit when a component fails, or is removed. */
export const whatIfSchema = planSchema.pick({ head: true, impact: true, findings: true });

/** `workbench({ environment })`: what the editor looks things up in. */
export const workbenchSchema = z.object({
  head: headSchema,
  environment: z.string(),
  /** Every component that exists, ghosts left out; sorted. */
  components: z.array(componentIdSchema),
  types: z.array(componentTypeSchema),
  /** Text of the team's `karma.conventions.json`; `null` where there is none. */
  conventions: z.string().nullable(),
  isProduction: z.boolean(),
  isAbstract: z.boolean(),
});

/** `configTexts({ ids })`: the config files as Git has them, those of parents too. */
export const configTextsSchema = z.object({
  head: headSchema,
  texts: z.array(z.object({ id: componentIdSchema, text: z.string().nullable() })),
});

/** `readyDrafts()`: drafts that everybody is offered a copy of, and the files that cannot be offered. */
export const readyDraftsSchema = z.object({
  drafts: z.array(draftSchema),
  unreadable: z.array(z.object({ file: z.string(), reason: z.string() })),
});
