import { createDraft } from '@karma/editor';
import { createGitHubForge } from '@karma/forge';
import { type GitHub, startGitHub } from '@karma/test-services';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Proposals } from './proposals';
import { DEV, edited, FILES, type Organisation, openOrganisation, PROD } from './proposals.testing';

let github: GitHub;
let organisation: Organisation;
let proposals: Proposals;
let count = 0;
let repository: string;

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());

beforeEach(async () => {
  count += 1;
  github.refusal = () => undefined;
  repository = `config-${count}`;
  await github.addRepository(repository, FILES);
  const { object } = z
    .object({ object: z.object({ sha: z.string() }) })
    .parse(await ask('GET', '/git/ref/heads/main'));
  await ask('POST', '/git/refs', { ref: 'refs/heads/dev', sha: object.sha });
  organisation = await openOrganisation();
  const { login: owner, token, url: baseUrl } = github;
  const auth = { kind: 'token', token } as const;
  proposals = organisation.proposals({
    forgeOf: () => createGitHubForge({ owner, repository, auth, baseUrl }),
  });
});
afterEach(() => organisation.close());

const ask = (method: string, address: string, body?: object) =>
  github.ask(method, `/repos/${github.login}/${repository}${address}`, body);

const pullSchema = z.object({
  number: z.number(),
  html_url: z.string(),
  body: z.string(),
  state: z.string(),
  base: z.object({ ref: z.string() }),
});

/** Pull requests by the branch that they are to be merged into. */
async function pulls() {
  const all = z.array(pullSchema).parse(await ask('GET', '/pulls?state=all'));
  return {
    all,
    main: all.find(({ base }) => base.ref === 'main'),
    dev: all.find(({ base }) => base.ref === 'dev'),
  };
}

const onBoth = () =>
  edited(edited(createDraft('d1', 'Wider network'), PROD, '/cidr', '10.0.0.0/8'), DEV, '/cidr', '10.0.0.0/8');
const input = () => ({ draft: onBoth(), title: 'Widen', summary: 'It is full.', link: null });

async function send() {
  const result = await proposals.send(input());
  if (result.kind !== 'sent') throw new Error('It collided.');
  return result.proposal;
}

describe('a draft over two branches on GitHub', () => {
  it('becomes two pull requests that name each other, once more when it is sent again', async () => {
    await send();
    const first = await pulls();
    expect(first.main?.body).toContain(`It is full.\n\nGoes together with <${first.dev?.html_url}>.`);
    expect(first.dev?.body).toContain(`It is full.\n\nGoes together with <${first.main?.html_url}>.`);
    await send();
    expect((await pulls()).all).toEqual(first.all);
  });

  it('is followed part by part, until it is merged on both', async () => {
    const { id } = await send();
    const { main } = await pulls();
    await ask('PUT', `/pulls/${main?.number}/merge`, { merge_method: 'squash' });
    const states = async () =>
      (await proposals.refresh(id)).parts.map(({ base, state }) => `${base} ${state}`).sort();
    expect(await states()).toEqual(['dev open', 'main merged']);
    await ask('PATCH', `/pulls/${(await pulls()).dev?.number}`, { state: 'closed' });
    expect(await states()).toEqual(['dev closed', 'main merged']);
  });

  it.each([
    'GET /git/ref/heads%2Fdev',
    'POST /git/trees',
    'POST /git/commits',
    'POST /git/refs',
    'POST /pulls',
    'PATCH /pulls/2',
  ])('loses nothing when GitHub refuses at %s', async (step) => {
    let seen = 0;
    github.refusal = (request) => {
      if (request.replace(/\/repos\/ada\/[^/]+/, '') !== step) return undefined;
      seen += 1;
      // The first part goes well where there is one step for each.
      return step.startsWith('POST') && seen === 1 ? undefined : { status: 401, message: 'Bad credentials' };
    };
    await expect(proposals.send(input())).rejects.toMatchObject({ problem: 'unauthorised' });
    github.refusal = () => undefined;
    const proposal = await send();
    expect(proposal.parts.map(({ base, number }) => [base, number !== null])).toEqual([
      ['main', true],
      ['dev', true],
    ]);
    const { all, main, dev } = await pulls();
    expect(all).toHaveLength(2);
    expect([main?.body, dev?.body].join('\n')).toContain(`Goes together with <${main?.html_url}>.`);
    expect([main?.body, dev?.body].join('\n')).toContain(`Goes together with <${dev?.html_url}>.`);
  });

  it('merges where the reviews are', async () => {
    const { id, parts } = await send();
    const [part] = parts;
    expect(part?.canMerge).toBe(false);
    if (!part) throw new Error('There is no part.');
    await expect(proposals.merge(id, part)).rejects.toThrow(`merged at ${part.url}`);
  });
});
