import { componentIdSchema, PROGRESS_STAGES, placementIdSchema, RISK_LEVELS, STEP_STATES } from '@karma/core';
import { draftSchema } from '@karma/editor';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const kind = z.enum(['created', 'changed', 'removed', 'inherited']);
/** JSON of a value; `null` where it is not set. */
const json = z.string().nullable();

/** What was sent out for one branch of the config repo. */
export const sentPartSchema = z.object({
  repository: z.string(),
  /** The branch that it is to be merged into. */
  base: z.string(),
  environments: z.array(z.string()),
  branch: z.string(),
  /** Commit of `branch`. */
  commit: z.string(),
  number: z.number().nullable(),
  url: z.string().nullable(),
  state: z.enum(['open', 'merged', 'closed']),
  /** Whether Karma merges it: true where the forge is the repository itself. */
  canMerge: z.boolean(),
});

/** A draft that was sent out, and what became of it. */
export const proposalSchema = z.object({
  /** The draft's. */
  id: z.string(),
  version: count,
  title: z.string(),
  summary: z.string(),
  author: z.string().nullable(),
  sentAt: z.string(),
  draft: draftSchema,
  parts: z.array(sentPartSchema),
  plan: z.object({
    affected: count,
    blocking: count,
    warnings: count,
    risk: z.object({ score: z.number(), level: z.enum(RISK_LEVELS) }),
    components: z.array(
      z.object({
        id: componentIdSchema,
        kind,
        fields: z.array(z.object({ pointer: z.string(), before: json, after: json })),
        placements: z.array(z.object({ placement: placementIdSchema, wasApplied: z.boolean() })),
      }),
    ),
    /** What is edited and what is affected, in the order of a roll-out. */
    waves: z.array(z.array(componentIdSchema)),
  }),
});

const stage = z.enum(PROGRESS_STAGES);
const step = z.enum(STEP_STATES);

/** How far it has come, by what the sources say. */
const progressSchema = z.object({
  stage,
  isDone: z.boolean(),
  waves: z.array(
    z.object({
      isDone: z.boolean(),
      components: z.array(
        z.object({
          id: componentIdSchema,
          kind,
          stage,
          isDone: z.boolean(),
          placements: z.array(z.object({ placement: z.string(), published: step, deployed: step })),
        }),
      ),
      affected: z.array(z.object({ id: componentIdSchema, isStale: z.boolean() })),
    }),
  ),
});

/** `proposal({ id })`: with its progress; placements by the names that people call them. */
export const proposalDetailSchema = proposalSchema.extend({
  progress: progressSchema,
  /** Why the forge could not be asked the last time; `null` when it answered. */
  trouble: z.string().nullable(),
});

/** One of a list: without its draft. */
export const proposalSummarySchema = proposalSchema.omit({ draft: true });

/** `proposals(...)`: `before` is the last of the page before, exclusive. */
export const proposalsInputSchema = z.object({
  before: proposalSchema.pick({ sentAt: true, id: true }).optional(),
  limit: z.int().min(1).max(500).default(50),
});

/** A branch of the config repo that a draft goes to, and what of it goes there. */
export const proposalTargetSchema = sentPartSchema
  .pick({ repository: true, base: true, environments: true, canMerge: true })
  .extend({ ids: z.array(componentIdSchema) });

/** `sendProposal(...)`. */
export const sendInputSchema = z.object({
  draft: draftSchema,
  title: z.string().trim().min(1).max(200),
  summary: z.string().max(10_000).default(''),
  /** Where this draft can be looked at, for the pull request; a link to this server. */
  link: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});

export const sendResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), proposal: proposalDetailSchema }),
  /** The config repo changed the same places meanwhile: nothing was sent. */
  z.object({
    kind: z.literal('collided'),
    /** On what the repo has now; where it collides it keeps its own version. */
    draft: draftSchema,
    collisions: z.array(
      z.object({ id: componentIdSchema, pointer: z.string(), base: json, mine: json, theirs: json }),
    ),
  }),
]);
