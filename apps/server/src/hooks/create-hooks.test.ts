import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config-error';
import { startTestApp } from '../testing/test-app';
import { isSigned, isToken } from './authentic';
import { readHookSecrets } from './secrets';

const SECRETS = {
  github: 'a-secret-of-github',
  gitlab: 'a-token-of-gitlab!',
  parameters: 'a-secret-of-events',
};

const PARAMETERS = {
  name: 'parameters:111111111111/eu-west-1',
  kind: 'parameters',
  location: 'prod',
  everyMs: 60_000,
} as const;

let app: Awaited<ReturnType<typeof startTestApp>>;
beforeEach(async () => {
  app = await startTestApp(SECRETS, [PARAMETERS]);
});
afterEach(() => app.close());

async function post(hook: string, body: string, headers: Record<string, string>) {
  const response = await fetch(`${app.url}/hooks/${hook}`, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json() };
}

const sign = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const change = (account: string) =>
  JSON.stringify({
    version: '0',
    source: 'aws.ssm',
    'detail-type': 'Parameter Store Change',
    account,
    region: 'eu-west-1',
    detail: { name: '/iac/vpc/main/config', operation: 'Update', type: 'String' },
  });

describe('webhooks', () => {
  it('take a signed push of GitHub, from anywhere, once or again', async () => {
    const body = '{"ref":"refs/heads/main","pusher":"é"}';
    const headers = { 'x-github-event': 'push', 'x-hub-signature-256': sign(body, SECRETS.github) };
    for (const origin of ['https://github.com', 'https://karma.example.org'])
      expect(await post('github', body, { ...headers, origin })).toEqual({
        status: 202,
        body: { asked: ['git:main'] },
      });
    const ping = { ...headers, 'x-github-event': 'ping' };
    expect(await post('github', body, ping)).toEqual({ status: 202, body: { asked: [] } });
  });

  it('refuse a push that is not signed with the secret', async () => {
    const body = '{"ref":"refs/heads/main"}';
    for (const signature of [
      sign(body, 'another-secret-altogether'),
      sign(`${body} `, SECRETS.github),
      sign(body, SECRETS.github).toUpperCase(),
      SECRETS.github,
      '',
    ]) {
      const headers = { 'x-github-event': 'push', 'x-hub-signature-256': signature };
      expect((await post('github', body, headers)).status).toBe(401);
    }
    expect((await post('github', body, { 'x-github-event': 'push' })).status).toBe(401);
    expect(app.lines.join('')).not.toContain(SECRETS.github);
  });

  it('take a push of GitLab by its token', async () => {
    const event = { 'x-gitlab-event': 'Push Hook' };
    const good = { ...event, 'x-gitlab-token': SECRETS.gitlab };
    expect(await post('gitlab', '{}', good)).toEqual({ status: 202, body: { asked: ['git:main'] } });
    expect((await post('gitlab', '{}', { ...event, 'x-gitlab-token': 'wrong' })).status).toBe(401);
    expect((await post('gitlab', '{}', event)).status).toBe(401);
  });

  it('take a change of a parameter, by token or signature, and ask the account that it is of', async () => {
    const body = change('111111111111');
    const token = { 'x-karma-token': SECRETS.parameters };
    const asked = { status: 202, body: { asked: ['parameters:111111111111/eu-west-1'] } };
    expect(await post('parameters', body, token)).toEqual(asked);
    expect(
      await post('parameters', body, { 'x-karma-signature-256': sign(body, SECRETS.parameters) }),
    ).toEqual(asked);
    const elsewhere = { status: 202, body: { asked: [] } };
    expect(await post('parameters', change('999999999999'), token)).toEqual(elsewhere);
    expect((await post('parameters', body, {})).status).toBe(401);
    for (const text of ['', 'no JSON', '{"source":"aws.ec2"}'])
      expect((await post('parameters', text, token)).status).toBe(400);
  });

  it('are shut without a secret, and say how to open them', async () => {
    expect(await post('gitea', '{}', {})).toEqual({
      status: 404,
      body: { error: 'There is no such webhook. There are: github, gitlab, parameters, deployments.' },
    });
    await app.close();
    app = await startTestApp();
    expect(await post('github', '{}', { 'x-hub-signature-256': sign('{}', '') })).toEqual({
      status: 404,
      body: { error: 'This webhook is shut. Set KARMA_GITHUB_SECRET to open it.' },
    });
  });

  it('read no more than they need', async () => {
    const body = 'x'.repeat(6_000_000);
    const headers = { 'x-hub-signature-256': sign(body, SECRETS.github) };
    expect((await post('github', body, headers)).status).toBe(413);
  });
});

it('knows a secret, and nothing but it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 16 }), fc.string(), fc.uint8Array(), (secret, other, bytes) => {
      const body = Buffer.from(bytes);
      expect(isToken(secret, secret)).toBe(true);
      expect(isToken(other, secret)).toBe(other === secret);
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      expect(isSigned(signature, body, secret)).toBe(true);
      expect(isSigned(signature, Buffer.concat([body, Buffer.from('x')]), secret)).toBe(false);
    }),
  );
});

it('refuses a secret that is too short to be one, without telling it', () => {
  const read = () => readHookSecrets({ KARMA_GITHUB_SECRET: 'short' });
  expect(read).toThrow(ConfigError);
  expect(read).not.toThrow(/"short"/);
  expect(readHookSecrets({ KARMA_GITHUB_SECRET: '' })).toEqual({});
});
