import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForTests } from './testing/bundle';

const folder = mkdtempSync(path.join(tmpdir(), 'karma-query-'));
const repository = path.join(folder, 'config');
const script = bundleForTests();

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'ignore' });
}

function karma(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder });
}

beforeAll(() => {
  const configs = {
    'prod/vpc/main': { cidr: '10.0.0.0/16' },
    'prod/service/api': { vpc_nickname: 'main', timeout: 30 },
    'prod/service/web': { service_nickname: 'api', queue_nickname: 'gone' },
  };
  for (const [component, config] of Object.entries(configs)) {
    const directory = path.join(repository, 'iac', component);
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'config.json'), JSON.stringify(config));
  }
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  writeFileSync(path.join(folder, 'karma.config.json'), '{ "config": { "repository": "config" } }');
  expect(karma('ingest').status).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('karma query', () => {
  it('lists components, their ids, or all as JSON', () => {
    const { status, stdout } = karma('query', 'main+ has:findings');
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('1 component\n') });
    expect(stdout).toMatch(/prod\/service\/web +declared +1 error/);
    expect(karma('query', 'config.timeout>10 or type:vpc', '--ids').stdout).toBe(
      'prod/service/api\nprod/vpc/main\n',
    );
    expect(JSON.parse(karma('query', '+api', '--json').stdout)).toMatchObject({
      total: 2,
      edges: [{ from: 'prod/service/api', to: 'prod/vpc/main' }],
    });
    expect(karma('query', '--ids', '--', '-type:service').stdout).toBe('prod/queue/gone\nprod/vpc/main\n');
  });

  it('says that nothing matches, and which name nobody has', () => {
    expect(karma('query', 'mian+')).toMatchObject({
      status: 0,
      stdout: 'Nothing matches.\n',
      stderr: 'No component is called "mian". Did you mean main?\n',
    });
  });

  it('points at what is wrong in a query', () => {
    const { status, stdout, stderr } = karma('query', 'api evn:prod');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'api evn:prod',
      '    ^^^',
      expect.stringMatching(/^expected: env, type, /),
      'error There is no field "evn". Did you mean env?',
      '',
    ]);
  });
});
