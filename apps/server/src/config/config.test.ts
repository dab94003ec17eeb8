import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './config-error';
import { loadConfig, parseConfig, storeLocation } from './load-config';
import { configJsonSchema } from './schema';

const folder = mkdtempSync(path.join(tmpdir(), 'karma-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(text: string) {
  try {
    parseConfig('karma.config.json', text);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('karma.config.json', () => {
  it('may be five lines, and takes paths from where it stands', () => {
    const file = path.join(folder, 'karma.config.json');
    writeFileSync(
      file,
      '{\n  "config": { "repository": "config" },\n  "modules": { "repository": "iac" }\n}\n',
    );
    expect(loadConfig(file)).toMatchObject({
      origin: file,
      store: { kind: 'sqlite', file: path.join(folder, '.karma/karma.db') },
      config: { repository: path.join(folder, 'config') },
      modules: { repository: path.join(folder, 'iac') },
      history: 'full',
      server: { host: '127.0.0.1', port: 4400 },
    });
  });

  it('keeps the graph in a database when that is all that is changed', () => {
    const file = path.join(folder, 'gremlin.json');
    const written = (store: object) => JSON.stringify({ config: { repository: 'config' }, store });
    const url = 'wss://cluster.example.org:8182/gremlin';
    writeFileSync(file, written({ kind: 'gremlin', url }));
    const { store } = loadConfig(file);
    expect(store).toEqual({ kind: 'gremlin', url, name: 'karma' });
    expect(storeLocation(store)).toBe(`${url}#karma`);
    const iam = { region: 'eu-west-1', role: 'arn:aws:iam::111111111111:role/karma' };
    const readerUrl = 'wss://cluster-ro.example.org:8182/gremlin';
    writeFileSync(file, written({ kind: 'gremlin', url, readerUrl, iam }));
    expect(loadConfig(file).store).toEqual({ kind: 'gremlin', url, readerUrl, name: 'karma', iam });
    expect(problemsOf(written({ kind: 'gremlin', url, iam: { region: 'Ireland' } }))).toMatchObject([
      { pointer: '/store/iam/region', message: expect.stringContaining('an AWS region such as eu-west-1') },
    ]);
    expect(problemsOf(written({ iam }))).toMatchObject([
      { pointer: '/store/iam', message: expect.stringContaining('only a gremlin store has it') },
    ]);
    expect(problemsOf(written({ kind: 'gremlin' }))).toMatchObject([
      { pointer: '/store/url', message: 'this key is required and missing.' },
    ]);
    expect(problemsOf(written({ kind: 'gremlin', url: 'https://example.org' }))).toMatchObject([
      { pointer: '/store/url', message: expect.stringContaining('a WebSocket address such as wss://') },
    ]);
    expect(problemsOf(written({ url }))).toMatchObject([
      { pointer: '/store/url', message: `"${url}" is not allowed: only a gremlin store has it.` },
    ]);
  });

  it('leaves URLs as they are', () => {
    const file = path.join(folder, 'remote.json');
    writeFileSync(file, '{ "config": { "repository": "git@example.org:acme/config.git" } }');
    expect(loadConfig(file).config.repository).toBe('git@example.org:acme/config.git');
  });

  it('names an unknown key, its line, what is allowed, and what was probably meant', () => {
    const text = '{\n  "config": { "repository": "x" },\n  "enviroments": {}\n}';
    expect(problemsOf(text)).toEqual([
      {
        pointer: '/enviroments',
        line: 3,
        message:
          'unknown key "enviroments". Did you mean "environments"? ' +
          'Allowed: store, config, forge, modules, environments, conventions, drafts, history, sync, server.',
      },
    ]);
  });

  it('tells unknown keys deep inside', () => {
    const text =
      '{ "config": { "repository": "x" }, "environments": { "prod": {\n"placements": [\n{ "name": "a", "account": "1", "region": "r", "paramters": "p" }] } } }';
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ pointer: '/environments/prod/placements/0/paramters', line: 3 });
    expect(problem?.message).toContain('Did you mean "parameters"?');
  });

  it('tells a wrong value and what is allowed', () => {
    expect(problemsOf('{ "config": { "repository": "x" },\n "history": "ful" }')).toEqual([
      {
        pointer: '/history',
        line: 2,
        message: '"ful" is not allowed. Did you mean "full"? Allowed: full, head.',
      },
    ]);
  });

  it('tells what is missing, and everything at once', () => {
    const problems = problemsOf('{ "history": 7 }');
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual(['/config', '/history']);
    expect(problems.find(({ pointer }) => pointer === '/config')?.message).toContain('required');
  });

  it('refuses other addresses than loopback', () => {
    const [problem] = problemsOf('{ "config": { "repository": "x" }, "server": { "host": "0.0.0.0" } }');
    expect(problem?.message).toContain('127.0.0.1');
  });

  it('tells the line where JSON breaks', () => {
    expect(problemsOf('{\n  "config": \n}')[0]).toMatchObject({ line: 3 });
  });

  it('tells when there is no file', () => {
    expect(() => loadConfig(path.join(folder, 'none.json'))).toThrow(ConfigError);
  });

  it('has a current JSON Schema (pnpm --filter @karma/server run schema writes it)', () => {
    const committed = new URL('../../../../karma.config.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(configJsonSchema());
  });
});
