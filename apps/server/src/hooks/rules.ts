import { readChangeEvent } from '@karma/sources';
import type { Request } from 'express';
import { ENVIRONMENTS } from '../root/source-plan';
import { isOfChange } from '../sync/is-of-change';
import type { SyncLoop } from '../sync/sync-loop';
import type { Answer, HookTools } from './answer';
import { isSigned, isToken } from './authentic';
import { deployed } from './deployed';
import type { Hook } from './secrets';

/** One webhook, below `/hooks/`. */
export interface HookRules {
  readonly hook: Hook;
  isAuthentic(request: Request, body: Buffer, secret: string): boolean;
  answer(request: Request, body: Buffer, tools: HookTools): Answer | Promise<Answer>;
}

export const RULES: readonly HookRules[] = [
  {
    hook: 'github',
    isAuthentic: (request, body, secret) => isSigned(request.get('x-hub-signature-256'), body, secret),
    answer: (request, _body, { sync }) => pushed(request.get('x-github-event') === 'push', sync),
  },
  {
    hook: 'gitlab',
    isAuthentic: (request, _body, secret) => isToken(request.get('x-gitlab-token'), secret),
    answer: (request, _body, { sync }) => pushed(request.get('x-gitlab-event') === 'Push Hook', sync),
  },
  {
    hook: 'parameters',
    isAuthentic: isFromHolder,
    answer: (_request, body, { sync }) => {
      const change = readChangeEvent(body.toString('utf8'));
      if (change) return { status: 202, body: { asked: sync.nudge(isOfChange(change)) } };
      const error = 'This is no "Parameter Store Change" event of EventBridge. Send the event as it is.';
      return { status: 400, body: { error } };
    },
  },
  {
    hook: 'deployments',
    isAuthentic: isFromHolder,
    answer: (_request, body, tools) => deployed(body, tools),
  },
];

/** Who holds the secret sends it in `X-Karma-Token`, or signs the body as GitHub does in `X-Karma-Signature-256`. */
function isFromHolder(request: Request, body: Buffer, secret: string): boolean {
  const signature = request.get('x-karma-signature-256');
  return signature === undefined
    ? isToken(request.get('x-karma-token'), secret)
    : isSigned(signature, body, secret);
}

/** Which repository it was is not asked: to look at all of them costs little. */
function pushed(isPush: boolean, sync: Pick<SyncLoop, 'nudge'>): Answer {
  const asked = isPush
    ? sync.nudge(({ name, kind }) => name === ENVIRONMENTS || kind === 'git' || kind === 'modules')
    : [];
  return { status: 202, body: { asked } };
}
