import { componentIdSchema, MISHAPS, plan, segmentSchema, whatIf } from '@karma/core';
import { z } from 'zod';
import { readyDrafts } from '../../drafts/ready-drafts';
import { configTexts } from '../../plan/config-texts';
import { draftEdits } from '../../plan/draft-edits';
import { impactToView, planToView } from '../../plan/plan-view';
import { workbench } from '../../plan/workbench';
import { headToAnswer } from '../../view/mappings';
import { NotFoundError } from '../../view/not-found-error';
import {
  configTextsSchema,
  draftFileSchema,
  planSchema,
  readyDraftsSchema,
  whatIfSchema,
  workbenchSchema,
} from '../schemas/plan';
import { procedure, router } from '../trpc';

const MAX_FILES = 500;

export const planRouter = router({
  /** What follows when these texts are merged. Changes nothing; a mutation because texts do not fit into an address. */
  plan: procedure
    .input(z.object({ files: z.array(draftFileSchema).max(MAX_FILES) }))
    .output(planSchema)
    .mutation(({ ctx, input: { files } }) =>
      ctx.present.ask((present) =>
        planToView(plan({ ...present, edits: draftEdits(files) }), present, ctx.views.placementName),
      ),
    ),

  /** What if a component failed, or were removed with its parameters? */
  whatIf: procedure
    .input(z.object({ id: componentIdSchema, mishap: z.enum(MISHAPS) }))
    .output(whatIfSchema)
    .query(({ ctx, input: { id, mishap } }) =>
      ctx.present.ask((present) => {
        const component = present.built.graph.components.get(id);
        if (!component) throw new NotFoundError(`There is no ${id}.`);
        const { impact, findings } = whatIf(present, component, mishap);
        return {
          head: headToAnswer(present.head),
          impact: impactToView(impact, [component]),
          findings: [...findings],
        };
      }),
    ),

  /** Types and conventions of an environment, for the editor. */
  workbench: procedure
    .input(z.object({ environment: segmentSchema }))
    .output(workbenchSchema)
    .query(({ ctx, input: { environment } }) =>
      ctx.present.ask((present) => workbench(present, environment)),
    ),

  /** Drafts that everybody is offered a copy of. */
  readyDrafts: procedure
    .input(z.object({}).optional())
    .output(readyDraftsSchema)
    .query(async ({ ctx }) => {
      const { drafts, unreadable } = await readyDrafts(ctx.draftsDirectory);
      return { drafts: [...drafts], unreadable: [...unreadable] };
    }),

  /** Config files as Git has them, with those that they inherit from. */
  configTexts: procedure
    .input(z.object({ ids: z.array(componentIdSchema).max(20_000) }))
    .output(configTextsSchema)
    .mutation(({ ctx, input: { ids } }) =>
      ctx.present.ask((present) => ({
        head: headToAnswer(present.head),
        texts: configTexts(present, ids).map((file) => ({ ...file })),
      })),
    ),
});
