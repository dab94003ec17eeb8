import { componentIdSchema } from '@karma/core';
import { applyEdit, createDraft, setValue } from '@karma/editor';
import { createGitHubForge } from '@karma/forge';
import { type GitHub, startGitHub } from '@karma/test-services';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type Organisation, openOrganisation, PROD, TEXT } from './proposals.testing';

const ENCRYPTED = 'hunter2-encrypted';
const OUTPUT = 'hunter2-output';
const IN_GIT = 'hunter2-in-git';
const IN_DRAFT = 'hunter2-in-draft';
/** Proves that the search finds what is there to be found. */
const VISIBLE = '10.99.0.0/16';

const DB = componentIdSchema.parse('prod/db/main');
const DB_TEXT = JSON.stringify({ vpc_nickname: 'main', password: IN_GIT, env: { API_KEY: IN_GIT }, size: 1 });

let organisation: Organisation;
let github: GitHub;
beforeEach(async () => {
  const files = { 'iac/prod/vpc/main/config.json': TEXT, [`iac/${DB}/config.json`]: DB_TEXT };
  github = await startGitHub();
  await github.addRepository('config', files);
  const holding = (type: string, value: string) => ({
    type,
    versions: [{ version: 1, value, date: '2026-01-01T00:00:00Z' }],
  });
  organisation = await openOrganisation(files, {
    'iac/db/main/runtime/password': holding('SecureString', ENCRYPTED),
    'iac/db/main/runtime/endpoint': holding('String', OUTPUT),
    'iac/db/main/config': holding('String', JSON.stringify({ password: OUTPUT })),
    'iac/vpc/main/runtime': holding('String', JSON.stringify({ vpc_id: OUTPUT })),
  });
});
afterEach(async () => {
  await organisation.close();
  await github.stop();
});

/** The pull requests and their commits, as GitHub has them. */
async function everythingSaid(): Promise<string> {
  const ask = (address: string) => github.ask('GET', `/repos/${github.login}/config${address}`);
  const pulls = await ask('/pulls');
  const heads = z.array(z.object({ head: z.object({ sha: z.string() }) })).parse(pulls);
  const commits = await Promise.all(heads.map(({ head }) => ask(`/git/commits/${head.sha}`)));
  return JSON.stringify([pulls, commits]);
}

it('says no secret in branch, commit or pull request', async () => {
  const { login: owner, token, url: baseUrl } = github;
  const auth = { kind: 'token', token } as const;
  const proposals = organisation.proposals({
    forgeOf: () => createGitHubForge({ owner, repository: 'config', auth, baseUrl }),
  });
  const texts = new Map([
    [PROD, setValue(TEXT, '/cidr', VISIBLE)],
    [DB, setValue(setValue(DB_TEXT, '/password', IN_DRAFT), '/env', { API_KEY: IN_DRAFT, LEVEL: 'info' })],
  ]);
  const draft = applyEdit(createDraft('d1', 'Wider'), { label: 'Set', files: texts }, (id) =>
    id === DB ? DB_TEXT : TEXT,
  );
  expect(await proposals.send({ draft, title: 'Widen', summary: '', link: null })).toMatchObject({
    kind: 'sent',
  });
  const text = await everythingSaid();
  expect(text).toContain(VISIBLE);
  expect(text).toContain('/password');
  // What Parameter Store holds was looked at.
  expect(text).toContain('It has drifted already');
  for (const secret of [ENCRYPTED, OUTPUT, IN_GIT, IN_DRAFT, token]) expect(text).not.toContain(secret);
});
