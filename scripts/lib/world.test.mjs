import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseWorld } from './world.mjs';

const before = process.env.INIT_CWD;
beforeEach(() => {
  process.env.INIT_CWD = path.resolve('/home/me/work');
});
afterEach(() => {
  if (before === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = before;
});

test('no flags: the example organisation', () => {
  expect(chooseWorld([])).toEqual({ world: undefined, serveFlags: [] });
});

test('repositories are meant from where the person stands, and get a store of their own', () => {
  const { world, serveFlags } = chooseWorld(['--repo', '../config', '--port', '5000', '--iac=modules']);
  expect(world.slice(0, 4)).toEqual([
    '--repo',
    path.resolve('/home/me/config'),
    '--iac',
    path.resolve('/home/me/work/modules'),
  ]);
  expect(world[4]).toBe('--store');
  expect(world[5]).toMatch(/\.karma.own.[0-9a-f]{12}.karma\.db$/);
  expect(serveFlags).toEqual(['--port', '5000']);
  expect(chooseWorld(['--repo', '../other']).world[3]).not.toBe(world[5]);
});

test('URLs stay as they are', () => {
  expect(chooseWorld(['--repo', 'https://example.org/a.git']).world[1]).toBe('https://example.org/a.git');
  expect(chooseWorld(['--repo', 'git@example.org:a/b.git']).world[1]).toBe('git@example.org:a/b.git');
});

test('what makes no sense is said', () => {
  expect(() => chooseWorld(['--iac', 'x'])).toThrow(/without --repo/);
  expect(() => chooseWorld(['--repo'])).toThrow(/--repo wants a value/);
  expect(() => chooseWorld(['--repo', 'a', '--config', 'b'])).toThrow(/Both --repo and --config/);
});
