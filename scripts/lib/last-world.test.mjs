import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLastWorld } from './last-world.mjs';

let directory = '';
const ask = (...args) => withLastWorld(args, { directory, file: path.join(directory, 'last-world.json') });

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'karma-last-world-'));
  writeFileSync(path.join(directory, 'last-world.json'), JSON.stringify(['--config', '/there.json']));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a command that names no world is about the last one', () => {
  expect(ask('show', 'prod/vpc/main')).toEqual(['show', '--config', '/there.json', 'prod/vpc/main']);
});

test('a named world wins, and so does a configuration in the current directory', () => {
  expect(ask('log', '--config=x.json')).toEqual(['log', '--config=x.json']);
  expect(ask('log', '--repo', '../mine')).toEqual(['log', '--repo', '../mine']);
  writeFileSync(path.join(directory, 'karma.config.json'), '{}');
  expect(ask('log')).toEqual(['log']);
});

test('help needs no world', () => {
  expect(ask()).toEqual([]);
  expect(ask('--help')).toEqual(['--help']);
  expect(ask('help', 'show')).toEqual(['help', 'show']);
});
