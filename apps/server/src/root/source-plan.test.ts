import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SourceUnavailableError } from '@karma/sources';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config-error';
import { loadConfig } from '../config/load-config';
import { SourcePlan } from './source-plan';

let folder: string;
let repository: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-plan-'));
  repository = path.join(folder, 'config');
  mkdirSync(repository);
  git('init', '--quiet', '--initial-branch=main');
  commit({ 'iac/prod/vpc/main/config.json': '{}' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'ignore' });
}

function commit(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    writeFileSync(path.join(repository, file), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change');
}

function planOf(configuration: object = {}): SourcePlan {
  const file = path.join(folder, 'karma.config.json');
  writeFileSync(file, JSON.stringify({ config: { repository: 'config' }, ...configuration }));
  return new SourcePlan(loadConfig(file), () => new Date());
}

const names = (plan: SourcePlan) => plan.sources.map(({ source }) => source.name);
const binding = (branch: string) =>
  JSON.stringify({ name: 'acme', environment: 'qa', config_branch: branch });
const BINDING = 'account_environments/acme.json';

describe('which sources there are', () => {
  it('follows the folders and bindings of the default branch', async () => {
    const plan = planOf();
    await plan.look();
    expect(names(plan)).toEqual(['configuration:prod', 'git:main']);
    commit({ 'iac/dev/vpc/main/config.json': '{}', [BINDING]: binding('qa') });
    expect(await plan.look()).toMatchObject({ state: 'ok', problems: [] });
    expect(names(plan)).toEqual([
      'configuration:dev',
      'configuration:prod',
      'configuration:qa',
      'git:main',
      'git:qa',
    ]);
    commit({ [BINDING]: binding('staging') });
    await plan.look();
    expect(names(plan)).toContain('git:staging');
  });

  it('keeps open what a commit leaves as it was', async () => {
    const plan = planOf();
    await plan.look();
    const before = plan.sources;
    commit({ 'iac/prod/vpc/other/config.json': '{}' });
    await plan.look();
    expect(plan.sources).toBe(before);
  });

  it('goes by what a binding said last when it cannot be read, and tells', async () => {
    const plan = planOf();
    commit({ [BINDING]: binding('qa') });
    await plan.look();
    const before = names(plan);
    commit({ [BINDING]: '{' });
    const { state, problems, position } = await plan.look();
    expect({ state, problems }).toMatchObject({ state: 'ok', problems: [{ file: BINDING, line: 1 }] });
    expect(position).toMatch(/^[0-9a-f]{7}$/);
    expect(names(plan)).toEqual(before);
  });

  it('stays when the repository is away, and says so', async () => {
    const plan = planOf();
    renameSync(repository, `${repository}.away`);
    await expect(plan.look()).rejects.toBeInstanceOf(SourceUnavailableError);
    renameSync(`${repository}.away`, repository);
    await plan.look();
    renameSync(repository, `${repository}.away`);
    expect(await plan.look()).toMatchObject({
      state: 'failed',
      error: { reason: expect.stringContaining('config does not exist'), remedy: expect.any(String) },
    });
    expect(names(plan)).toEqual(['configuration:prod', 'git:main']);
  });

  it('stays when sources could not be told apart any more, and says so', async () => {
    const clashing = {
      environments: { prod: { config: { branch: 'main' } }, qa: { config: { repository: 'other' } } },
    };
    await expect(planOf(clashing).look()).rejects.toBeInstanceOf(ConfigError);
    commit({ [BINDING]: binding('qa') });
    const plan = planOf(clashing);
    await plan.look();
    commit({ [BINDING]: binding('main') });
    expect(await plan.look()).toMatchObject({
      state: 'failed',
      error: { reason: expect.stringContaining('would both be git:main') },
    });
    expect(names(plan)).toContain('git:qa');
  });
});
