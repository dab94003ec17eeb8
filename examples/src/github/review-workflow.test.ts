import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { temporaryDirectory } from '../testing/temporary-directory';

const TOKEN = 'test_token_admin';
const SCRIPT = fileURLToPath(new URL('../../github/comment.mjs', import.meta.url));
const directory = temporaryDirectory();
const [planFile, textFile] = [path.join(directory, 'review.json'), path.join(directory, 'review.md')];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

let emulator: Emulator;
let count = 0;
let repository: string;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: { tokens: { [TOKEN]: { login: 'ada', scopes: ['repo'] } }, github: { users: [{ login: 'ada' }] } },
  });
});
afterAll(() => emulator.close());

async function github(method: string, address: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${emulator.url}${address}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status}`);
  return answer.json();
}

beforeEach(async () => {
  count += 1;
  repository = `ada/config-${count}`;
  await github('POST', '/user/repos', { name: `config-${count}`, auto_init: true });
  // To GitHub a pull request is an issue; comments are those of the issue.
  await github('POST', `/repos/${repository}/issues`, { title: 'Widen the network' });
});

const comments = async (page = 1) =>
  z
    .array(z.object({ body: z.string() }))
    .parse(await github('GET', `/repos/${repository}/issues/1/comments?per_page=100&page=${page}`))
    .map(({ body }) => body);

interface Said {
  readonly code: number;
  readonly output: string;
}

function comment(text: string, affected: number, findings: number, more: object = {}): Promise<Said> {
  const found = Array.from({ length: findings }, () => ({ level: 'warning' }));
  writeFileSync(planFile, JSON.stringify({ impact: { total: affected }, findings: found }));
  writeFileSync(textFile, text);
  const env = {
    ...process.env,
    GITHUB_API_URL: emulator.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: TOKEN,
    PULL_REQUEST: '1',
    ...more,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [SCRIPT, planFile, textFile], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, output: out + err }),
    );
  });
}

describe('the comment on a pull request', () => {
  it('is one, and is edited afterwards', async () => {
    await github('POST', `/repos/${repository}/issues/1/comments`, { body: 'Looks good.' });
    await comment('**2 affected**', 2, 0);
    await comment('**3 affected**', 3, 1);
    expect(await comments()).toEqual(['Looks good.', '<!-- karma review -->\n**3 affected**']);
  });

  it('is not there when nothing is affected, and does not stay behind', async () => {
    expect(await comment('Nothing else is affected.', 0, 0)).toEqual({
      code: 0,
      output: 'Nothing is affected.\n',
    });
    expect(await comments()).toEqual([]);
    await comment('It is in prod.', 0, 1);
    await comment('Nothing else is affected.', 0, 0);
    expect(await comments()).toEqual(['<!-- karma review -->\nNothing else is affected.']);
  });

  it('finds its own among many', async () => {
    for (let n = 0; n < 105; n++)
      await github('POST', `/repos/${repository}/issues/1/comments`, { body: `Comment ${n}` });
    await comment('First.', 1, 0);
    await comment('Then.', 1, 0);
    expect((await comments(2)).slice(5)).toEqual(['<!-- karma review -->\nThen.']);
  });

  it('is as long as GitHub takes, cut between lines', async () => {
    await comment(`${'x'.repeat(999)}\n`.repeat(100), 1, 0);
    const [text = ''] = await comments();
    expect(text.length).toBeLessThan(65_536);
    expect(text.split('\n').at(-4)).toHaveLength(999);
    expect(text).toContain('the rest is left out');
  });

  it('fails aloud', async () => {
    const refused = await comment('x', 1, 0, { GITHUB_REPOSITORY: 'ada/gone' });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('GitHub answered 404');
    expect((await comment('x', 1, 0, { PULL_REQUEST: '1/../2' })).code).toBe(2);
  });
});

describe('the workflow', () => {
  const text = readFileSync(new URL('../../github/karma-review.yml', import.meta.url), 'utf8');
  const workflow = z
    .object({
      on: z.literal('pull_request'),
      permissions: z.record(z.string(), z.string()),
      concurrency: z.object({ 'cancel-in-progress': z.literal(true) }),
      jobs: z.object({
        review: z.object({ steps: z.array(z.looseObject({ run: z.string().optional() })) }),
      }),
    })
    .loose()
    .parse(parse(text));
  const scripts = workflow.jobs.review.steps.flatMap(({ run }) => run ?? []);

  it('may write comments and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  });

  it('runs nothing that a pull request could have written', () => {
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    expect(scripts.join('\n')).toContain('--markdown');
  });
});
