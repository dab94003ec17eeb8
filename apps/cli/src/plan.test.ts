import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { componentId } from '@karma/core';
import { applyEdit, createDraft } from '@karma/editor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForTests } from './testing/bundle';

const folder = mkdtempSync(path.join(tmpdir(), 'karma-plan-'));
const repository = path.join(folder, 'config');
const script = bundleForTests();

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'ignore' });
}

function write(component: string, config: object): void {
  const directory = path.join(repository, 'iac', component);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'config.json'), JSON.stringify(config));
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', message);
}

function karma(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}

beforeAll(() => {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  write('prod/vpc/main', { cidr: '10.0.0.0/16' });
  write('prod/service/api', { vpc_nickname: 'main' });
  write('prod/service/web', { service_nickname: 'api' });
  commit('Begin');
  writeFileSync(path.join(folder, 'karma.config.json'), '{ "config": { "repository": "config" } }');
  expect(karma('ingest').status).toBe(0);

  git('checkout', '--quiet', '-b', 'feature');
  rmSync(path.join(repository, 'iac/prod/service/api'), { recursive: true });
  write('prod/queue/jobs', { vpc_nickname: 'main' });
  commit('Replace the service');
  git('checkout', '--quiet', 'main');
  write('prod/service/more', { vpc_nickname: 'main' });
  commit('Meanwhile, and not ingested yet');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('karma review', () => {
  it('plans what a ref brings since it went apart, on the base as it is', () => {
    const { status, json } = karma('review', '--base', 'main', '--head', 'feature', '--json');
    expect(status).toBe(0);
    const plan = json();
    expect(plan.components.map(({ id, kind }: { id: string; kind: string }) => `${kind} ${id}`)).toEqual([
      'created prod/queue/jobs',
      'removed prod/service/api',
    ]);
    expect(plan.impact.items).toMatchObject([{ id: 'prod/service/web', certainty: 'certain' }]);
    expect(plan.findings[0]).toMatchObject({ kind: 'removes-provider', level: 'blocking' });
  });

  it('says it in words and in Markdown, and fails when it is asked to', () => {
    expect(karma('review', '--base', 'main', '--head', 'feature').stdout).toContain('1 component affected');
    const { stdout } = karma('review', '--base', 'main', '--head', 'feature', '--markdown');
    expect(stdout).toContain('```mermaid');
    expect(stdout).toContain('⛔ blocking');
    const failing = karma('review', '--base', 'main', '--head', 'feature', '--fail-on', 'blocking');
    expect(failing.status).toBe(4);
    expect(karma('review', '--base', 'main', '--head', 'main', '--fail-on', 'warning').status).toBe(0);
  });

  it('says which ref or environment there is not', () => {
    const { status, stderr } = karma('review', '--base', 'main', '--head', '--upload-pack');
    expect(status).not.toBe(0);
    expect(karma('review', '--base', 'main', '--head', 'gone').stderr).toContain('nothing called "gone"');
    const unknown = karma('review', '--base', 'main', '--head', 'feature', '--environments', 'nowhere');
    expect(unknown.stderr).toContain('There are: prod');
    expect(stderr).not.toBe('');
  });
});

describe('karma plan', () => {
  it('plans a draft', () => {
    const id = componentId('prod', 'vpc', 'main');
    const inGit = '{"cidr":"10.0.0.0/16"}';
    const draft = applyEdit(
      createDraft('d1', 'Wider'),
      { label: 'Widen', files: new Map([[id, '{"cidr":"10.0.0.0/8"}']]) },
      () => inGit,
    );
    writeFileSync(path.join(folder, 'draft.json'), JSON.stringify(draft));
    const plan = karma('plan', '--draft', 'draft.json', '--json').json();
    expect(plan.components).toMatchObject([
      { id: 'prod/vpc/main', fields: [{ pointer: '/cidr', after: '"10.0.0.0/8"' }] },
    ]);
    const { stdout } = karma('plan', '--draft', 'draft.json');
    expect(stdout).toMatch(/prod\/vpc\/main +\/cidr +"10\.0\.0\.0\/16" +"10\.0\.0\.0\/8"/);
    expect(stdout).toMatch(/prod\/service\/api +1 +likely +2 +prod\/vpc\/main/);
    expect(karma('plan', '--draft', 'draft.json', '--fail-on', 'warning').status).toBe(4);
  });

  it('says what is wrong with a file that is none', () => {
    writeFileSync(path.join(folder, 'wrong.json'), '{}');
    const wrong = karma('plan', '--draft', 'wrong.json');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('wrong.json: This is not a draft');
    expect(karma('plan', '--draft', 'none.json').stderr).toContain('cannot be read');
  });
});
