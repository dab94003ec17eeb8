import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfigTrees } from './config-trees';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'karma-trees-'));
  git('init', '--quiet', '--initial-branch=main');
  commit('iac/prod/vpc/main', { cidr: 'a' });
  git('branch', 'feature');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const repository = () => path.join(folder, 'config');

function git(...args: string[]): string {
  mkdirSync(repository(), { recursive: true });
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=a@b.c'];
  return execFileSync('git', ['-C', repository(), ...author, ...args], { encoding: 'utf8' }).trim();
}

function commit(component: string, config: object): void {
  const file = path.join(repository(), component, 'config.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(config));
  git('add', '--all');
  git('commit', '--quiet', '--message', component);
}

const compare = (base: string, head: string, directory = repository()) =>
  readConfigTrees({ repository: directory, base, head, environments: ['prod'], cacheDirectory: folder });

it('gives what the head brought since the two went apart, and all of the base as it is now', async () => {
  commit('iac/prod/app/meanwhile', {});
  git('switch', '--quiet', 'feature');
  commit('iac/prod/vpc/main', { cidr: 'b' });
  const trees = await compare('main', 'feature');
  expect(trees.changes).toEqual([expect.objectContaining({ content: '{"cidr":"b"}' })]);
  expect([...trees.atBase.values()].sort()).toEqual(['{"cidr":"a"}', '{}']);
  expect([trees.base, trees.head]).toEqual([git('rev-parse', 'main'), git('rev-parse', 'feature')]);
});

it('takes branches that were only fetched, and says what there is not', async () => {
  git('update-ref', 'refs/remotes/origin/far', 'main');
  expect((await compare('main', 'far')).changes).toEqual([]);
  await expect(compare('main', '--upload-pack=x')).rejects.toThrow('nothing called "--upload-pack=x"');
});

it('says so where a shallow clone lacks the commit at which they went apart, and how to get it', async () => {
  commit('iac/prod/app/meanwhile', {});
  git('switch', '--quiet', 'feature');
  commit('iac/prod/vpc/main', { cidr: 'b' });
  const clone = path.join(folder, 'clone');
  const options = ['--quiet', '--depth=1', '--no-single-branch'];
  execFileSync('git', ['clone', ...options, `file://${repository()}`, clone]);
  await expect(compare('main', 'feature', clone)).rejects.toMatchObject({
    message: expect.stringContaining('no commit that "main" and "feature" have in common'),
    remedy: expect.stringContaining('fetch-depth: 0'),
  });
  execFileSync('git', ['-C', clone, 'fetch', '--quiet', '--unshallow']);
  expect((await compare('main', 'feature', clone)).changes).toHaveLength(1);
});

it('says so of two histories that have nothing to do with each other', async () => {
  git('switch', '--quiet', '--orphan', 'other');
  commit('iac/prod/vpc/main', { cidr: 'c' });
  await expect(compare('main', 'other')).rejects.toMatchObject({ remedy: 'Name two refs of one history.' });
});
