import express, { type Router } from 'express';
import type { Metrics } from '../observe/metrics';
import type { HookTools } from './answer';
import { RULES } from './rules';
import { type HookSecrets, SECRET_VARIABLES } from './secrets';

/** Events of EventBridge have 256 KB at most; a push that is larger than this is found by the next look. */
const LIMIT = '5mb';

export interface HookOptions extends HookTools {
  readonly secrets: HookSecrets;
  readonly metrics: Pick<Metrics, 'hook'>;
}

/**
 * Webhooks. They say that something is new, and the sources that this concerns are asked soon. Of what they bring, only
 * the report of a deployment is believed; what is sent again costs a look and does no harm. 202 with the names of these sources; 404 while no secret
 * is set, 401 for who does not know it, 413 for too large a body, 400 for what is no event, 404 for a deployment of what there
 * is not.
 */
export function createHooks({ secrets, metrics, ...tools }: HookOptions): Router {
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: LIMIT }));
  for (const { hook, isAuthentic, answer } of RULES) {
    const secret = secrets[hook];
    const variable = SECRET_VARIABLES[hook];
    router.post(`/${hook}`, async (request, response) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const refuse = (status: number, error: string) => {
        metrics.hook(hook, 'refused');
        response.status(status).json({ error });
      };
      if (secret === undefined) return refuse(404, `This webhook is shut. Set ${variable} to open it.`);
      if (!isAuthentic(request, body, secret)) {
        return refuse(401, `The signature or token does not fit ${variable}.`);
      }
      const { status, body: told } = await answer(request, body, tools);
      if ('error' in told) return refuse(status, told.error);
      metrics.hook(hook, told.asked.length > 0 ? 'accepted' : 'ignored');
      response.status(status).json(told);
    });
  }
  router.use((_request, response) => {
    const names = RULES.map(({ hook }) => hook).join(', ');
    response.status(404).json({ error: `There is no such webhook. There are: ${names}.` });
  });
  return router;
}
