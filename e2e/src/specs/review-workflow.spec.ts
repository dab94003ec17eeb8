import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addCommit, createExample, runGit } from '@karma/examples';
import { type GitHub, startGitHub } from '@karma/test-services';
import { parse } from 'yaml';
import { z } from 'zod';
import { expect, test } from '../world/fixtures';
import { root } from '../world/processes';

/** The workflow of `examples/github`, its steps run as GitHub would run them, in a directory laid out by its checkouts. */
const WORKFLOW = path.join(root, 'examples/github/karma-review.yml');
const REPOSITORY = 'config';
const STEPS = ['Review', 'Comment', 'Stop what is wrong'];

const workflowSchema = z.object({
  jobs: z.object({
    review: z.object({
      steps: z.array(z.object({ name: z.string().optional(), run: z.string().optional() })),
    }),
  }),
});

let directory: string;
let github: GitHub;
test.beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'karma-workflow-'));
  const { configRepository } = await createExample({ directory: path.join(directory, 'pushed') });
  const configuration = await readFile(path.join(root, 'examples/github/karma.ci.json'), 'utf8');
  const files = { 'karma.ci.json': configuration };
  addCommit({ repository: configRepository, message: 'Review pull requests', files });
  runGit(directory, ['clone', '--quiet', configRepository, 'config']);
  await symlink(path.join(directory, 'pushed/iac'), path.join(directory, 'iac'));
  await symlink(root, path.join(directory, 'karma'));
  github = await startGitHub();
  await github.addRepository(REPOSITORY);
  await github.ask('POST', `/repos/${github.login}/${REPOSITORY}/issues`, { title: 'A pull request' });
});
test.afterEach(async () => {
  await github.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Pushes a change as the head of the pull request; runs the steps; which of them failed, if any. */
async function onPush(id: string, config: Record<string, unknown> | null): Promise<string | null> {
  const repository = path.join(directory, 'config');
  runGit(repository, ['checkout', '--quiet', '-B', 'head', 'origin/main']);
  const head = addCommit({ repository, branch: 'head', message: 'Change', files: { [id]: config } });
  runGit(repository, ['checkout', '--quiet', 'main']);
  const { jobs } = workflowSchema.parse(parse(await readFile(WORKFLOW, 'utf8')));
  const env = {
    ...process.env,
    HEAD: head,
    BRANCH: 'main',
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: `${github.login}/${REPOSITORY}`,
    GITHUB_TOKEN: github.token,
    PULL_REQUEST: '1',
  };
  for (const name of STEPS) {
    const script = jobs.review.steps.find((step) => step.name === name)?.run;
    if (script === undefined) throw new Error(`The workflow has no step ${name}.`);
    // As GitHub's runners do: the first command that fails ends the step.
    const shell = spawn('bash', ['-e', '-c', script], { cwd: directory, env, stdio: 'ignore' });
    const code = await new Promise((resolve) => shell.on('close', resolve));
    if (code !== 0) return name;
  }
  return null;
}

async function comments(): Promise<string[]> {
  const found = await github.ask('GET', `/repos/${github.login}/${REPOSITORY}/issues/1/comments`);
  return z
    .array(z.object({ body: z.string() }))
    .parse(found)
    .map(({ body }) => body);
}

test('a pull request on the config repo gets one comment, edited by later pushes, and is stopped where it is wrong', async () => {
  const file = path.join(directory, 'config/iac/prod/vpc/main/config.json');
  const vpc = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));

  expect(await onPush('prod/vpc/main', vpc)).toBeNull();
  expect(await comments()).toEqual([]);

  expect(await onPush('prod/vpc/main', { ...vpc, cidr_block: '10.99.0.0/16' })).toBeNull();
  const [first = '', ...others] = await comments();
  expect(others).toEqual([]);
  expect(first).toContain('**1 component changed');
  expect(first).toContain('Nothing found against merging.');

  expect(await onPush('prod/s3-bucket/labels', null)).toBe('Stop what is wrong');
  const [second = '', ...more] = await comments();
  expect(more).toEqual([]);
  expect(second).toContain('⛔ blocking');
  expect(second).toContain('prod/lambda/media');
});
