import { componentIdSchema } from '@karma/core';
import { z } from 'zod';
import { UnknownPlacementError, UnusableReportError } from '../deployments/report-deployment';
import { NotFoundError } from '../view/not-found-error';
import type { Answer, HookTools } from './answer';

/** What a pipeline posts. It says when: so a report that is posted again is known to be no news. */
const reportSchema = z.strictObject({
  component: componentIdSchema,
  at: z.string(),
  placement: z.string().optional(),
  version: z.string().optional(),
  url: z.string().optional(),
  actor: z.string().optional(),
});

/** Takes the report of a deployment. */
export async function deployed(body: Buffer, { sync, report }: HookTools): Promise<Answer> {
  try {
    await report(reportSchema.parse(JSON.parse(body.toString('utf8'))));
    return { status: 202, body: { asked: sync.nudge(({ kind }) => kind === 'reports') } };
  } catch (error) {
    if (error instanceof NotFoundError) return { status: 404, body: { error: error.message } };
    return { status: 400, body: { error: explain(error) } };
  }
}

/** @throws what is no mistake of who posted it. */
function explain(error: unknown): string {
  if (error instanceof UnknownPlacementError || error instanceof UnusableReportError) return error.message;
  if (error instanceof SyntaxError) return 'This is no JSON.';
  if (error instanceof z.ZodError) return z.prettifyError(error);
  throw error;
}
