import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PresentWorld } from '@karma/ingest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config';
import { type Karma, openKarma } from '../root/open-karma';
import { type ReviewQuestion, review } from './review';

let folder: string;
let karma: Karma | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-review-'));
});
afterEach(async () => {
  await karma?.close();
  rmSync(folder, { recursive: true, force: true });
});

function repository(name: string) {
  const directory = path.join(folder, name);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args]);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory]);
  return {
    git,
    commit(files: Record<string, object>) {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
        writeFileSync(path.join(directory, file), JSON.stringify(content));
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Change');
    },
  };
}

async function asking(
  configuration: object,
): Promise<(question: ReviewQuestion) => ReturnType<typeof review>> {
  const file = path.join(folder, 'karma.config.json');
  writeFileSync(file, JSON.stringify({ config: { repository: 'config' }, ...configuration }));
  const loaded = loadConfig(file);
  const opened = await openKarma(loaded);
  karma = opened;
  await opened.sync();
  return (question) => review(opened, new PresentWorld(opened.store.log), loaded, question);
}

const question = { base: 'main', head: 'feature' };

it('keeps to the conventions that the configuration gives', async () => {
  const { git, commit } = repository('config');
  commit({
    'iac/prod/vpc/main/config.json': { cidr: '10.0.0.0/16' },
    'iac/prod/app/web/config.json': { net: 'main' },
  });
  git('switch', '--quiet', '--create', 'feature');
  commit({
    'iac/prod/vpc/main/config.json': { cidr: '10.1.0.0/16' },
    'karma.conventions.json': { ignore: ['/net'] },
  });
  const ask = await asking({ conventions: { references: { 'app:/net': 'vpc' } } });
  const { plan } = await ask(question);
  expect(plan.impact.items.map(({ id }) => id)).toEqual(['prod/app/web']);
});

it('leaves environments alone that are read from another repository', async () => {
  const { git, commit } = repository('config');
  commit({ 'iac/prod/vpc/main/config.json': {} });
  git('branch', 'feature');
  const other = repository('other');
  other.commit({ 'iac/far/vpc/main/config.json': {} });
  other.git('branch', '--move', 'trunk');
  const ask = await asking({
    environments: { prod: {}, far: { config: { repository: 'other', branch: 'trunk' } } },
  });
  expect((await ask({ base: 'feature', head: 'main' })).environments).toEqual(['prod']);
  await expect(ask({ ...question, environments: ['far'] })).rejects.toThrow(
    'no environment far in the config',
  );
});
