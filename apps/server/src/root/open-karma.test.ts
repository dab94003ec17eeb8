import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config';
import { openKarma } from './open-karma';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-root-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: object): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, JSON.stringify(content));
}

function commitAll(branch: string): void {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-C', path.join(folder, 'config'), '-c', 'user.name=Ada', '-c', 'user.email=a@b.c', ...args],
      {
        stdio: 'ignore',
      },
    );
  git('init', '--quiet', `--initial-branch=${branch}`);
  git('checkout', '--quiet', '-B', branch);
  git('add', '--all');
  git('commit', '--quiet', '--message', `Commit on ${branch}`);
}

async function ingested(configuration: object) {
  write('karma.config.json', { config: { repository: 'config' }, ...configuration });
  const karma = await openKarma(loadConfig(path.join(folder, 'karma.config.json')));
  const report = await karma.sync();
  const { components, dependencies } = await (await karma.store.reader()).slice({ limit: 100 });
  await karma.close();
  return { report, components, dependencies };
}

describe('what a process opens', () => {
  it('discovers environments, reads each on its bound branch, and takes base as abstract', async () => {
    write('config/account_environments/dev.json', {
      name: 'acme-dev',
      environment: 'dev',
      config_branch: 'dev',
    });
    write('config/iac/base/vpc/standard/config.json', {});
    write('config/iac/prod/vpc/main/config.json', {});
    write('config/iac/dev/vpc/old/config.json', {});
    commitAll('main');
    write('config/iac/dev/vpc/new/config.json', {});
    write('config/iac/prod/vpc/unmerged/config.json', {});
    commitAll('dev');
    execFileSync('git', ['-C', path.join(folder, 'config'), 'checkout', '--quiet', 'main']);
    const { components, report } = await ingested({});
    expect(components.map(({ id, abstract }) => [id, abstract])).toEqual([
      ['base/vpc/standard', true],
      ['dev/vpc/new', false],
      ['dev/vpc/old', false],
      ['prod/vpc/main', false],
    ]);
    expect(report.sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['git:main', 'git:dev']));
  });

  it('lets conventions of the configuration stand in for those of the repo', async () => {
    write('config/karma.conventions.json', { references: { 'service:/uses': 'queue' } });
    write('config/iac/prod/service/api/config.json', { uses: 'jobs' });
    write('config/iac/prod/queue/jobs/config.json', {});
    write('config/iac/prod/topic/jobs/config.json', {});
    commitAll('main');
    const { dependencies } = await ingested({ conventions: { references: { 'service:/uses': 'topic' } } });
    expect(dependencies.map(({ to }) => to)).toEqual(['prod/topic/jobs']);
  });
});
