import { type GitHub, type Refusal, startGitHub } from '@karma/test-services';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ForgeError, type ForgeProblem, UnopenedError } from '../errors';
import { type Emulated, emulatedRepository } from './emulated.testing';
import { createGitHubForge } from './github-forge';

let github: GitHub;
let repository: Emulated;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());
beforeEach(async () => {
  github.refusal = () => undefined;
  repository = await emulatedRepository(github);
});

/** The last request of each step of sending, in their order. */
const STEPS = ['GET …/git/ref', 'POST …/git/trees', 'POST …/git/commits', 'POST …/git/refs', 'POST …/pulls'];

const isAt = (step: string, request: string) => request.replace(/\/repos\/ada\/[^/]+/, '…').startsWith(step);

const REFUSALS: readonly (readonly [ForgeProblem, Refusal])[] = [
  ['unauthorised', { status: 401, message: 'Bad credentials' }],
  ['forbidden', { status: 403, message: 'Resource not accessible by integration' }],
  [
    'rate-limit',
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000000' },
    },
  ],
  ['rate-limit', { status: 429, message: 'Secondary limit', headers: { 'retry-after': '60' } }],
  ['protected', { status: 403, message: 'Protected branch update failed' }],
  ['protected', { status: 422, message: 'Cannot update this protected ref.' }],
  [
    'protected',
    {
      status: 422,
      message: 'Repository rule violations found: Changes must be made through a pull request.',
    },
  ],
  ['conflict', { status: 409, message: 'Git Repository is empty.' }],
  ['invalid', { status: 422, message: 'Validation Failed' }],
  ['unreachable', { status: 502, message: 'Bad gateway' }],
];

describe('what GitHub says no with', () => {
  it.each(REFUSALS)('is put into words, and loses nothing: %s', async (problem, refusal) => {
    const { forge, request, ask } = repository;
    const asked = await request();
    for (const step of STEPS) {
      github.refusal = (seen) => (isAt(step, seen) ? refusal : undefined);
      const error = await forge.send(asked).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ForgeError);
      expect(error).toMatchObject({ problem });
      expect(JSON.stringify([error, String(error)])).not.toContain(github.token);
      expect(await ask('GET', '/pulls')).toEqual([]);
    }
    github.refusal = () => undefined;
    const sent = await forge.send({ ...asked, draft: { id: 'd1', attempt: 2 } });
    expect(await forge.tip(asked.branch)).toBe(sent.commit);
    expect(await ask('GET', '/pulls')).toMatchObject([{ number: sent.number }]);
  });

  it('says when to try again, where GitHub does', async () => {
    const { forge } = repository;
    const [, limit] = REFUSALS[2] ?? [];
    github.refusal = () => limit;
    await expect(forge.tip('main')).rejects.toMatchObject({
      retryAt: '2027-01-15T08:00:00.000Z',
      message: 'GitHub takes no more requests for now. Send it again after 2027-01-15T08:00:00.000Z.',
    });
  });

  it('knows a branch of its own whose pull request could not be opened', async () => {
    const { forge, request } = repository;
    github.refusal = (seen) =>
      seen.startsWith('POST') && seen.endsWith('/pulls')
        ? { status: 403, message: 'Resource not accessible by integration' }
        : undefined;
    const failure = await forge.send(await request()).catch((error: unknown) => error);
    if (!(failure instanceof UnopenedError)) throw failure;
    expect(failure.problem).toBe('forbidden');
    expect(await forge.tip('karma/wider-d1')).toBe(failure.commit);
    github.refusal = () => undefined;
    const sent = await forge.send(await request({ previous: failure.commit }));
    expect(sent.number).toBeGreaterThan(0);
  });

  it('is put into words when nobody answers', async () => {
    const gone = await startGitHub();
    const auth = { kind: 'token', token: gone.token } as const;
    const forge = await createGitHubForge({ owner: 'ada', repository: 'config', auth, baseUrl: gone.url });
    await gone.stop();
    await expect(forge.tip('main')).rejects.toMatchObject({ problem: 'unreachable' });
  });
});
