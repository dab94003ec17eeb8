import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GitHub, startGitHub } from '@karma/test-services';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { temporaryDirectory } from '../testing/temporary-directory';

const SCRIPT = fileURLToPath(new URL('../../github/comment.mjs', import.meta.url));
const directory = temporaryDirectory();
const [planFile, textFile] = [path.join(directory, 'review.json'), path.join(directory, 'review.md')];

let github: GitHub;
let count = 0;
let repository: string;

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());

beforeEach(async () => {
  count += 1;
  repository = `${github.login}/config-${count}`;
  await github.addRepository(`config-${count}`);
  // To GitHub a pull request is an issue; comments are those of the issue.
  await github.ask('POST', `/repos/${repository}/issues`, { title: 'Widen the network' });
});

const comments = async (page = 1) =>
  z
    .array(z.object({ body: z.string() }))
    .parse(await github.ask('GET', `/repos/${repository}/issues/1/comments?per_page=100&page=${page}`))
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
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: github.token,
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
    await github.ask('POST', `/repos/${repository}/issues/1/comments`, { body: 'Looks good.' });
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
      await github.ask('POST', `/repos/${repository}/issues/1/comments`, { body: `Comment ${n}` });
    await comment('First.', 1, 0);
    await comment('Then.', 1, 0);
    expect((await comments(2)).slice(5)).toEqual(['<!-- karma review -->\nThen.']);
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
