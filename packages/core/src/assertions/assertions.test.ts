import { describe, expect, it } from 'vitest';
import { build } from '../build/update';
import {
  ACCOUNT,
  configSubject,
  parameter,
  settings,
  type TestWorld,
  testWorld,
} from '../build/worlds.testing';
import { parseConventions } from '../compile-conventions';
import { plan } from '../plan/plan';
import { subjects } from '../subjects';

function organisation(type: string, ...assertions: object[]): TestWorld {
  const it = testWorld();
  it.write(subjects.environment('prod'), settings('prod', [ACCOUNT]));
  it.write(subjects.conventions('prod'), JSON.stringify({ assertions: { [type]: assertions } }));
  return it;
}

const declare = (it: TestWorld, id: string, config: object) =>
  it.write(configSubject(id), JSON.stringify(config, null, 2));

function failed({ world }: TestWorld): string[] {
  return [...build(world).graph.findings.values()]
    .filter(({ kind }) => kind === 'failed-assertion')
    .map(({ component, severity, at, reason }) => `${severity} ${component} ${at}: ${reason}`)
    .sort();
}

describe('an assertion on a config', () => {
  it('names file, line and what has to be there', () => {
    const it = organisation('db', { name: 'Kept', config: '/backup/days', atLeast: 7, severity: 'error' });
    declare(it, 'prod/db/good', { backup: { days: '7' } });
    declare(it, 'prod/db/short', { backup: { days: 3 } });
    declare(it, 'prod/db/unset', {});
    declare(it, 'prod/other/short', { backup: { days: 3 } });
    expect(failed(it)).toEqual([
      'error prod/db/short iac/prod/db/short/config.json:3: “Kept” does not hold: /backup/days has to be at least 7.',
      'error prod/db/unset iac/prod/db/unset/config.json#/backup/days: “Kept” does not hold: /backup/days is not set, and has to be at least 7.',
    ]);
  });

  it.each([
    [{ equals: { a: [1] } }, { a: [1] }, { a: [2] }],
    [{ oneOf: ['a', 2] }, 2, '2'],
    [{ matches: '^db\\.' }, 'db.large', 'a db.large'],
    [{ atMost: 2 }, [1, 2], [1, 2, 3]],
    [{ atLeast: 1, atMost: 2 }, 2, 'many'],
    [{ absent: true }, undefined, 1],
    [{ atLeast: 1, optional: true }, undefined, 0],
    [{ equals: null }, null, 0],
  ])('%j', (expectation, good, bad) => {
    const it = organisation('db', { name: 'x', config: '/key', ...expectation });
    declare(it, 'prod/db/good', { key: good });
    declare(it, 'prod/db/bad', { key: bad });
    expect(failed(it)).toHaveLength(1);
    expect(failed(it)[0]).toContain('prod/db/bad');
  });

  it('looks into each entry of a map, through inheritance, in the environments that it names', () => {
    const it = organisation('fn', { name: 'x', config: '/fns/*/size', atMost: 9, environments: ['prod'] });
    it.write(
      subjects.conventions('dev'),
      it.world.content(it.world.entry(subjects.conventions('prod'))?.hash ?? ''),
    );
    declare(it, 'base/fn/parent', { fns: { a: { size: 10 }, b: { size: 9 }, c: {} } });
    declare(it, 'prod/fn/heir', { $extends: 'base/fn/parent', fns: { c: { size: 1 } } });
    declare(it, 'dev/fn/heir', { $extends: 'base/fn/parent' });
    expect(failed(it)).toEqual([
      'warning prod/fn/heir iac/base/fn/parent/config.json#/fns/a/size: “x” does not hold: /fns/a/size has to be at most 9.',
    ]);
  });
});

describe('an assertion on outputs', () => {
  it('waits for evidence, and never looks at what is secret', () => {
    const it = organisation('db', { name: 'x', output: 'endpoint', matches: 'internal$' });
    declare(it, 'prod/db/a', {});
    expect(failed(it)).toEqual([]);
    it.write(subjects.parameter(ACCOUNT, '/iac/db/a/runtime'), parameter({ other: 1 }));
    expect(failed(it)).toEqual([
      'warning prod/db/a /iac/db/a/runtime: “x” does not hold: the output endpoint is not set, and has to be matching internal$.',
    ]);
    it.write(subjects.parameter(ACCOUNT, '/iac/db/a/runtime'), parameter({ endpoint: 'a.internal' }));
    expect(failed(it)).toEqual([]);
    it.write(subjects.parameter(ACCOUNT, '/iac/db/a/runtime'), null);
    it.write(subjects.parameter(ACCOUNT, '/iac/db/a/runtime/endpoint'), parameter(null, 'SecureString'));
    expect(failed(it)).toEqual([]);
  });
});

describe('an assertion on neighbours', () => {
  it('counts what a component depends on, and what depends on it', () => {
    const it = organisation(
      'app',
      { name: 'In a network', dependsOn: 'vpc', atLeast: 1 },
      { name: 'Leaf', usedBy: '*', absent: true },
    );
    declare(it, 'prod/app/a', { vpc_nickname: 'main' });
    declare(it, 'prod/app/b', { app_nickname: 'a' });
    expect(failed(it)).toEqual([
      'warning prod/app/a null: “Leaf” does not hold: the number of components that depend on it has to be 0.',
      'warning prod/app/b null: “In a network” does not hold: the number of components of type vpc that it depends on has to be at least 1.',
    ]);
  });

  it('says which of them may be', () => {
    const it = organisation('vpc', { name: 'Apps only', usedBy: 'job', matches: '/nightly-' });
    declare(it, 'prod/vpc/main', {});
    declare(it, 'prod/job/nightly-a', { vpc_nickname: 'main' });
    declare(it, 'prod/job/hourly', { vpc_nickname: 'main' });
    expect(failed(it)).toEqual([
      'warning prod/vpc/main null: “Apps only” does not hold: prod/job/hourly, which depends on it, has to be matching /nightly-.',
    ]);
  });
});

describe('an assertion in a plan', () => {
  it('blocks where it is an error and held before', () => {
    const it = organisation('db', { name: 'Kept', config: '/days', atLeast: 7, severity: 'error' });
    declare(it, 'prod/db/good', { days: 7 });
    declare(it, 'prod/db/known', { days: 1 });
    const edits = ['good', 'known'].map((name) => ({
      subject: configSubject(`prod/db/${name}`),
      content: '{"days":2}',
    }));
    const { findings } = plan({ built: build(it.world), world: it.world, edits });
    expect(findings.filter(({ kind }) => kind === 'failed-assertion')).toMatchObject([
      { component: 'prod/db/good', level: 'blocking' },
    ]);
  });
});

it.each([
  [{ name: 'x', config: '/a' }, 'expected at least one of equals'],
  [{ name: 'x', config: '/a', output: 'b', absent: true }, 'expected exactly one of config, output'],
  [{ name: 'x', config: '/a', matches: '(' }, 'expected a regular expression'],
  [{ name: 'x', config: 'a', equals: 1 }, 'expected a pointer'],
  [{ name: 'x', config: '/a', minimum: 1 }, 'minimum'],
])('refuses %j', (assertion, reason) => {
  expect(parseConventions(JSON.stringify({ assertions: { db: [assertion] } }))).toMatchObject({
    ok: false,
    reason: expect.stringContaining(reason),
  });
});

it('refuses a name that stands twice', () => {
  const assertion = { name: 'x', config: '/a', equals: 1 };
  expect(parseConventions(JSON.stringify({ assertions: { db: [assertion, assertion] } })).ok).toBe(false);
});
