import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig, openKarma } from '@karma/server';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForTests } from './testing/bundle';

const script = bundleForTests();

describe.each(['sqlite', 'gremlin'] as const)('karma over %s', (kind) => {
  const server = kind === 'gremlin' ? gremlinServerForTests() : { url: '' };
  const folder = mkdtempSync(path.join(tmpdir(), 'karma-cli-'));
  const repository = path.join(folder, 'config');
  const config = path.join(folder, 'karma.config.json');

  function git(...args: string[]): void {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    execFileSync('git', ['-C', repository, ...identity, ...args], { stdio: 'ignore' });
  }

  function commit(component: string, content: object): void {
    const directory = path.join(repository, 'iac', component);
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'config.json'), JSON.stringify(content));
    git('add', '--all');
    git('commit', '--quiet', '--message', `Change ${component}`);
  }

  function karma(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      cwd: folder,
    });
    return { status, stdout, stderr, json: (): unknown => JSON.parse(stdout) };
  }

  beforeAll(() => {
    mkdirSync(repository);
    git('init', '--quiet', '--initial-branch=main');
    commit('base/vpc/standard', { cidr: '10.0.0.0/16', size: 1 });
    commit('prod/vpc/main', { $extends: 'base/vpc/standard', size: 2 });
    commit('prod/service/api', { vpc_nickname: 'main' });
    const store = kind === 'gremlin' && { store: { kind, url: server.url } };
    writeFileSync(config, JSON.stringify({ config: { repository: 'config' }, ...store }));
    expect(karma('ingest').stdout).toMatch(/^✓ 5 new observations, 3 revisions, at revision 3, in \d/);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has help with an example for every command', () => {
    for (const command of [
      'serve',
      'ingest',
      'show',
      'impact',
      'path',
      'query',
      'log',
      'deployed',
      'render',
      'export',
    ]) {
      const { status, stdout } = karma(command, '--help');
      expect(status).toBe(0);
      expect(stdout).toContain(`$ karma ${command}`);
      expect(stdout).toContain('--json');
    }
  });

  it('shows a component, by its id or a unique end of it', () => {
    const { stdout } = karma('show', 'vpc/main');
    expect(stdout).toContain('prod/vpc/main');
    expect(stdout).toContain('extends base/vpc/standard');
    expect(stdout).toContain('prod/service/api');
    expect(karma('show', 'prod/vpc/main', '--json').json()).toMatchObject({ card: { id: 'prod/vpc/main' } });
  });

  it('tells what a change reaches, and how two are connected', () => {
    expect(karma('impact', 'prod/vpc/main').stdout).toContain('reaches 1 component: 1 certain');
    expect(karma('impact', 'prod/vpc/main', '--key', 'vpc_id', '--json').json()).toMatchObject({
      output: 'vpc_id',
      total: 1,
    });
    expect(karma('path', 'service/api', 'vpc/standard').stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'prod/service/api',
        'depends on prod/vpc/main',
        'depends on base/vpc/standard',
      ]),
    );
    expect(karma('path', 'service/api', 'vpc/standard', '--json').json()).toMatchObject({
      path: { direction: 'upstream' },
    });
  });

  it('tells the history', () => {
    expect(karma('log', '--limit', '1').stdout).toContain('Change prod/service/api');
    expect(karma('log', '--json').json()).toHaveLength(3);
    expect(karma('log', '--component', 'vpc/standard', '--json').json()).toMatchObject([
      { message: 'Change base/vpc/standard' },
    ]);
  });

  it('renders the effective config', () => {
    expect(karma('render', 'vpc/main').json()).toEqual({ cidr: '10.0.0.0/16', size: 2 });
  });

  it('exports the graph', () => {
    expect(karma('export', '--format', 'json').json()).toMatchObject({
      revision: 3,
      components: expect.arrayContaining([
        expect.objectContaining({
          id: 'prod/vpc/main',
          environment: 'prod',
          type: 'vpc',
          nickname: 'main',
          status: 'declared',
        }),
      ]),
      dependencies: expect.arrayContaining([
        expect.objectContaining({
          from: 'prod/service/api',
          to: 'prod/vpc/main',
          confidence: 'declared',
          evidence: [
            expect.objectContaining({
              rule: 'nickname',
              at: 'iac/prod/service/api/config.json#/vpc_nickname',
              consumes: 'all',
            }),
          ],
        }),
      ]),
      findings: expect.any(Array),
    });
    expect(karma('export', '--format', 'dot').stdout).toContain('"prod/service/api" -> "prod/vpc/main";');
    expect(karma('export', '--format', 'mermaid').stdout).toMatch(/^flowchart LR\n.*c\d+ --> c\d+/s);
    expect(karma('export', '--format', 'graphml').stdout).toContain('<data key="node1">prod/vpc/main</data>');
    expect(karma('export', '--format', 'csv').stdout).toContain('\r\nprod/vpc/main,prod,vpc,main,declared,');
    expect(karma('export', '--format', 'drawio').stdout).toContain('target="c:prod/vpc/main"');
    expect(karma('export', '--format', 'svg').stdout).toContain('<title>prod/vpc/main, declared</title>');
  });

  it('exports one environment to a file, in the theme asked for', () => {
    const file = path.join(folder, 'prod.svg');
    const flags = ['--format', 'svg', '--theme', 'dark', '--environment', 'prod', '--output', file];
    expect(karma('export', ...flags)).toMatchObject({ status: 0, stdout: '' });
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('<title id="karma-title">prod</title>');
    expect(svg).toContain('#0f1115');
    expect(svg).not.toContain('base/vpc/standard');
    expect(karma('export', '--environment', 'nowhere')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('nowhere'),
    });
  });

  it('says what is wrong, with its own exit code for each kind', () => {
    expect(karma('show', 'prod/vpc/mian')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('prod/vpc/main'),
    });
    expect(karma('shwo').status).toBe(2);
    expect(karma('show').status).toBe(2);
    expect(karma('export', '--format', 'pdf')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('mermaid'),
    });
    expect(karma('ingest', '--config', 'none.json').status).toBe(2);
    expect(
      karma('ingest', '--repo', path.join(folder, 'none'), '--store', path.join(folder, 'n.db')),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('none'),
    });
  });

  it('calls placements by the names that the configuration gives them', () => {
    const parameter = {
      type: 'String',
      versions: [{ version: 1, date: '2025-01-01T00:00:00Z', value: '{}' }],
    };
    const directory = path.join(folder, 'parameters/iac/vpc/main');
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'config.json'), JSON.stringify(parameter));
    const placement = { name: 'acme-prod', account: '1', region: 'eu-west-1', parameters: 'parameters' };
    const named = path.join(folder, 'named.config.json');
    writeFileSync(
      named,
      JSON.stringify({
        store: { file: 'named.db' },
        config: { repository: 'config' },
        environments: { prod: { placements: [placement] } },
      }),
    );
    expect(karma('ingest', '--config', named).status).toBe(0);
    expect(karma('show', 'vpc/main', '--config', named).stdout).toMatch(/^acme-prod +published/m);

    const report = ['deployed', 'vpc/main', '--config', named, '--ref', 'v1.2.3', '--by', 'ada'];
    expect(karma(...report, '--at', '2025-01-02T00:00:00Z')).toMatchObject({
      status: 0,
      stdout: '✓ prod/vpc/main was deployed in acme-prod\n',
    });
    expect(karma('show', 'vpc/main', '--config', named).stdout).toMatch(
      /^acme-prod +deployed .*2025-01-02 00:00.*reported v1\.2\.3/m,
    );
    expect(karma('log', '--config', named).stdout).toContain('Deployed v1.2.3');
    expect(karma(...report, '--placement', 'acme-dev')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('prod has no placement acme-dev. There are: acme-prod.'),
    });
    expect(karma(...report, '--at', 'yesterday')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('at: a time such as 2026-03-01T12:00:00Z is expected.'),
    });
    expect(karma('deployed', 'vpc/nothing', '--config', named).status).toBe(3);
  });

  it('fails and keeps what it has when the config repo is away', () => {
    renameSync(repository, `${repository}.away`);
    try {
      expect(karma('ingest')).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/config cannot be read\. Check the path/),
      });
      expect(karma('log', '--json').json()).toHaveLength(3);
    } finally {
      renameSync(`${repository}.away`, repository);
    }
  });

  it('ends well when it is told to stop as soon as it is up', async () => {
    const child = spawn(process.execPath, [script, 'serve', '--port', '0'], { cwd: folder });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });

  it('removes a report of a deployment that cannot be read', async () => {
    const { store, close } = await openKarma(loadConfig(config));
    await store.records.put('deployment-report', 'odd', { component: 'no id' }, 0);
    await close();
    const { stdout } = karma('ingest');
    expect(stdout).toContain('! reports: deployment-report/odd: This report of a deployment cannot be read');
    expect(stdout).toContain('karma report remove odd,');
    expect(karma('report', 'remove', 'deployment-report/odd')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^✓ deployment-report\/odd was removed/),
    });
    expect(karma('ingest').stdout).not.toContain('deployment-report');
    expect(karma('report', 'remove', 'odd')).toMatchObject({
      status: 3,
      stderr: 'error There is no report odd that cannot be read.\n',
    });
    expect(karma('report', 'remove').status).toBe(2);
  });

  it('copies the whole history into another store, and says when there is another one already', () => {
    const copied = path.join(folder, 'copied.db');
    expect(karma('store', 'copy', '--from', config, '--to', copied).stdout).toMatch(
      /^✓ 5 observations, 3 revisions, \d+ contents, \d+ records? copied and compared/,
    );
    expect(karma('store', 'copy', '--from', copied, '--to', config, '--json').json()).toMatchObject({
      head: { revision: 3 },
    });
    const other = karma('store', 'copy', '--from', copied, '--to', path.join(folder, 'named.db'));
    expect(other).toMatchObject({ status: 1, stderr: expect.stringContaining('Copy into an empty store') });
  });

  it('uses no colour where it does not write to a terminal', () => {
    expect(karma('show', 'prod/vpc/main').stdout).not.toContain('\u001b');
  });

  it('serves until it is told to stop, taking in what is committed meanwhile', async () => {
    const child = spawn(process.execPath, [script, 'serve', '--port', '0', '--json'], { cwd: folder });
    const ended = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    const { url } = JSON.parse(String(line));
    const events = await fetch(`${url}/trpc/events`, { headers: { accept: 'text/event-stream' } });
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    commit('prod/service/web', { service_nickname: 'api' });
    let heard = '';
    while (!heard.includes('prod/service/web')) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) break;
      heard += value;
    }
    expect(heard).toContain('"kind":"head"');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
