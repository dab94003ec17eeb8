import { CERTAINTIES, componentIdSchema, stepCertainty } from '@karma/core';
import { z } from 'zod';
import { answerImpact } from '../../view/impact';
import { answerLineage } from '../../view/lineage';
import { cardsOf, dependencyToDetail } from '../../view/mappings';
import { answerPath } from '../../view/path';
import { cardSchema, certaintySchema, directionSchema, evidenceSchema } from '../schemas/common';
import { impactSchema, lineageSchema, pathSchema } from '../schemas/traverse';
import { procedure, router } from '../trpc';

const limit = z.int().min(1).max(5000).default(1000);
const at = z.string().optional();

export const traverseRouter = router({
  /** What a component depends on, what depends on it, or both; nearest first. */
  lineage: procedure
    .input(
      z.object({
        id: componentIdSchema,
        direction: directionSchema,
        depth: z.int().min(1).max(1000).default(50),
        limit,
        at,
      }),
    )
    .output(lineageSchema)
    .query(({ ctx, input: { at: key, ...query } }) =>
      ctx.views.ask(key, (view) => answerLineage(view, query)),
    ),

  /** The blast radius of a change of a component, or of one of its outputs. */
  impact: procedure
    .input(
      z.object({
        id: componentIdSchema,
        output: z.string().min(1).optional(),
        depth: z.int().min(1).max(1000).default(100),
        limit: z.int().min(1).max(20_000).default(1000),
        waves: z.boolean().default(true),
        at,
      }),
    )
    .output(impactSchema)
    .query(({ ctx, input: { at: key, ...query } }) =>
      ctx.views.ask(key, (view) => answerImpact(view, query)),
    ),

  /** Shortest path between two sets of components. */
  path: procedure
    .input(z.object({ from: z.array(componentIdSchema).min(1), to: z.array(componentIdSchema).min(1), at }))
    .output(pathSchema)
    .query(({ ctx, input: { from, to, at: key } }) =>
      ctx.views.ask(key, (view) => answerPath(view, { from, to })),
    ),

  /** Who reads an output, or may read it. */
  outputUsers: procedure
    .input(z.object({ id: componentIdSchema, output: z.string().min(1), at }))
    .output(
      z.object({
        users: z.array(
          z.object({ card: cardSchema, certainty: certaintySchema, evidence: z.array(evidenceSchema) }),
        ),
      }),
    )
    .query(({ ctx, input: { id, output, at: key } }) =>
      ctx.views.ask(key, async (view) => {
        const dependencies = await view.reader.dependencies(id, 'downstream');
        const cards = await cardsOf(
          view,
          dependencies.map(({ from }) => from),
        );
        const byId = new Map(cards.map((card) => [card.id, card]));
        const users = dependencies.flatMap((dependency) => {
          const inferred = dependency.confidence === 'inferred';
          const certainty = stepCertainty({ ...dependency, inferred }, output);
          const card = byId.get(dependency.from);
          if (certainty === null || !card) return [];
          const evidence = dependencyToDetail(dependency).evidence.filter(
            ({ consumes }) => consumes === 'all' || consumes.includes(output),
          );
          return [{ card, certainty, evidence }];
        });
        const rank = (user: (typeof users)[number]) => CERTAINTIES.indexOf(user.certainty);
        return { users: users.sort((a, b) => rank(a) - rank(b)) };
      }),
    ),
});
