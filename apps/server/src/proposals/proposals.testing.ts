import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ComponentId, componentIdSchema } from '@karma/core';
import { applyEdit, type Draft, draftText, setValue } from '@karma/editor';
import { createLocalForge } from '@karma/forge';
import { PresentWorld } from '@karma/ingest';
import { loadConfig } from '../config/load-config';
import { type Karma, openKarma } from '../root/open-karma';
import { Proposals, type ProposalsOptions } from './proposals';

export const PROD: ComponentId = componentIdSchema.parse('prod/vpc/main');
export const DEV: ComponentId = componentIdSchema.parse('dev/vpc/main');
export const TEXT = '{\n  "cidr": "10.0.0.0/16",\n  "size": 1\n}\n';
export const FILES = {
  'account_environments/dev.json': JSON.stringify({
    name: 'acme-dev',
    environment: 'dev',
    config_branch: 'dev',
  }),
  'iac/prod/vpc/main/config.json': TEXT,
  'iac/dev/vpc/main/config.json': TEXT,
};

/** A config repo on this machine, `prod` on its branch `main` and `dev` on `dev`, ingested. */
export interface Organisation {
  readonly karma: Karma;
  readonly repository: string;
  git(...args: string[]): string;
  /** On the branch `main`. */
  commit(files: Readonly<Record<string, string>>): void;
  /** As another process on the same store would have them. */
  proposals(options?: Partial<ProposalsOptions>): Proposals;
  close(): Promise<void>;
}

/**
 * @param more files of the config repo.
 * @param parameters of the only placement of `prod`, by name; without any it has none.
 */
export async function openOrganisation(
  more: Readonly<Record<string, string>> = {},
  parameters: Readonly<Record<string, object>> = {},
): Promise<Organisation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'karma-proposals-'));
  const repository = path.join(folder, 'config');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Ada', '-c', 'user.email=a@b.c', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      const full = path.join(repository, file);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  commit({ ...FILES, ...more });
  git('branch', 'dev');
  for (const [name, parameter] of Object.entries(parameters)) {
    const file = path.join(folder, 'parameters', `${name}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(parameter));
  }
  const placement = {
    name: 'acme-prod',
    account: '111111111111',
    region: 'eu-west-1',
    parameters: 'parameters',
  };
  const environments = { prod: { placements: [placement] }, dev: { config: { branch: 'dev' } } };
  const configuration = {
    config: { repository: 'config' },
    ...(Object.keys(parameters).length > 0 && { environments }),
  };
  writeFileSync(path.join(folder, 'karma.config.json'), JSON.stringify(configuration));
  const karma = await openKarma(loadConfig(path.join(folder, 'karma.config.json')));
  await karma.sync();
  return {
    karma,
    repository,
    git,
    commit,
    proposals: (options = {}) =>
      new Proposals({
        records: karma.store.records,
        present: new PresentWorld(karma.store.log),
        environments: karma.environments,
        forgeOf: async (place) => createLocalForge(place),
        author: { name: 'Grace', email: 'grace@example.org' },
        ...options,
      }),
    async close() {
      await karma.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The draft with one more step. */
export function edited(draft: Draft, component: ComponentId, pointer: string, value: unknown): Draft {
  const text = setValue(draftText(draft, component) ?? TEXT, pointer, value);
  return applyEdit(draft, { label: 'Set', files: new Map([[component, text]]) }, () => TEXT);
}
