import { expect, test } from 'vitest';
import type { Finding, FindingKind } from '../finding';
import { subjects } from '../subjects';
import { build } from './update';
import {
  ACCOUNT,
  componentType,
  configSubject,
  parameter,
  settings,
  type TestWorld,
  testWorld,
} from './worlds.testing';

const at = { file: 'components/app/main.tf', line: 7 };

function organisation(more: object = {}): TestWorld {
  const it = testWorld();
  it.write(subjects.environment('prod'), settings('prod', [ACCOUNT], more));
  return it;
}

function declare(it: TestWorld, id: string, config: unknown): void {
  it.write(configSubject(id), typeof config === 'string' ? config : JSON.stringify(config));
}

function publish(it: TestWorld, name: string, value: unknown, actor: string | null = null): void {
  it.write(subjects.parameter(ACCOUNT, name), parameter(value), actor);
}

function findings(it: TestWorld, kind: FindingKind): Finding[] {
  return [...build(it.world).graph.findings.values()].filter((finding) => finding.kind === kind);
}

function only(it: TestWorld, kind: FindingKind): Finding {
  const found = findings(it, kind);
  expect(found).toHaveLength(1);
  const [finding] = found;
  if (!finding) throw new Error(`No ${kind}`);
  return finding;
}

test('a file that is not JSON names its line, and the component stays', () => {
  const it = organisation();
  declare(it, 'prod/app/web', '{\n  "a": 1,\n  "b" 2\n}');
  expect(only(it, 'invalid-json')).toMatchObject({
    component: 'prod/app/web',
    at: 'iac/prod/app/web/config.json:3',
  });
  expect([...build(it.world).graph.components.keys()]).toEqual(['prod/app/web']);
});

test.each(['[]', '"text"', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`])(
  'a config must be a JSON object of some depth: %#',
  (text) => {
    const it = organisation();
    declare(it, 'prod/app/web', text);
    expect(only(it, 'invalid-config').severity).toBe('error');
  },
);

test.each([JSON.stringify({ $karma: 'too-large', bytes: 10_000_000 }), `{"a":"${'x'.repeat(1_000_001)}"}`])(
  'a file that is too large is not read',
  (text) => {
    const it = organisation();
    declare(it, 'prod/app/web', text);
    expect(only(it, 'too-large').component).toBe('prod/app/web');
  },
);

test('a config that breaks its schema names key and line', () => {
  const it = organisation();
  const keys = [
    { pointer: '/network', required: true, type: 'string' as const, at: [at] },
    { pointer: '/size', required: false, type: 'number' as const, at: [at] },
  ];
  it.write(subjects.type('prod', 'app'), JSON.stringify(componentType('app', { keys })));
  declare(it, 'prod/app/web', '{\n  "size": ["large"]\n}');
  expect(
    findings(it, 'invalid-config')
      .map((finding) => finding.at)
      .sort(),
  ).toEqual(['iac/prod/app/web/config.json#/network', 'iac/prod/app/web/config.json:2']);
});

test('an unsafe name is reported without a component', () => {
  const it = organisation();
  it.write(subjects.declaration('prod', 'iac/prod/app/../config.json'), '{}');
  expect(only(it, 'unsafe-path')).toMatchObject({ component: null, at: 'iac/prod/app/../config.json' });
});

test('a module file that does not parse is reported for its type', () => {
  const it = organisation();
  const problems = [{ file: 'components/app/bad.tf', line: 4, message: 'Unclosed block' }];
  it.write(subjects.type('prod', 'app'), JSON.stringify(componentType('app', { problems })));
  expect(only(it, 'module-unreadable')).toMatchObject({
    component: null,
    type: 'app',
    at: 'components/app/bad.tf:4',
  });
});

test('conventions that are not valid leave the shipped ones in force', () => {
  const it = organisation();
  it.write(subjects.conventions('prod'), '{ "reference": {} }');
  declare(it, 'prod/serverless-api/web', { openapi: 'web' });
  expect(only(it, 'conventions-invalid').reason).toContain('reference');
  expect([...build(it.world).graph.dependencies.keys()]).toEqual([
    'prod/serverless-api/web prod/openapi/web',
  ]);
});

test('a missing parent, and parents in a circle', () => {
  const it = organisation();
  declare(it, 'prod/app/web', { $extends: 'base/app/gone' });
  declare(it, 'prod/app/a', { $extends: 'app/b' });
  declare(it, 'prod/app/b', { $extends: 'app/a' });
  expect(only(it, 'missing-parent').component).toBe('prod/app/web');
  expect(
    build(it.world).graph.components.get(only(it, 'missing-parent').component ?? missing())?.parents,
  ).toEqual(['base/app/gone']);
  expect(
    findings(it, 'inheritance-cycle')
      .map(({ component }) => component)
      .sort(),
  ).toEqual(['prod/app/a', 'prod/app/b']);
});

function missing(): never {
  throw new Error('No component');
}

test('two producers of one name', () => {
  const it = organisation();
  declare(it, 'prod/lambda/a', { functions: { echo: {} } });
  declare(it, 'prod/lambda/b', { functions: { echo: {} } });
  declare(it, 'prod/app/web', { lambda_nickname: 'echo' });
  expect(only(it, 'ambiguous-alias').reason).toContain('prod/lambda/a and prod/lambda/b');
  expect([...build(it.world).graph.dependencies.values()].map(({ ambiguous }) => ambiguous)).toEqual([
    true,
    true,
  ]);
});

test('one value that two components claim', () => {
  const it = organisation();
  declare(it, 'prod/route53-zone/a', { zone_name: 'example.com' });
  declare(it, 'prod/route53-zone/b', { zone_name: 'example.com.' });
  declare(it, 'prod/app/web', { zone_name: 'example.com' });
  expect(only(it, 'ambiguous-value').reason).toContain('prod/route53-zone/a or prod/route53-zone/b');
});

test('a circle of dependencies is one finding', () => {
  const it = organisation();
  declare(it, 'prod/app/a', { app_nickname: 'b' });
  declare(it, 'prod/app/b', { app_nickname: 'c' });
  declare(it, 'prod/app/c', { app_nickname: 'a' });
  declare(it, 'prod/app/d', { app_nickname: 'a' });
  expect(only(it, 'dependency-cycle')).toMatchObject({ component: 'prod/app/a' });
});

test('a config that was not published, key by key', () => {
  const it = organisation();
  publish(it, '/iac/app/web/config', { size: 1, name: 'x' });
  declare(it, 'prod/app/web', { size: 2, name: 'x' });
  expect(only(it, 'unpublished')).toMatchObject({
    placement: ACCOUNT,
    comparisons: [{ label: '/size', expected: '2', actual: '1' }],
  });
});

test('the same config in another order and spacing is published', () => {
  const it = organisation();
  declare(it, 'prod/app/web', '{ "a": 1, "b": { "c": 2, "d": 3 } }');
  publish(it, '/iac/app/web/config', { b: { d: 3, c: 2 }, a: 1 }, 'somebody');
  expect(build(it.world).graph.findings.size).toBe(0);
});

test('the effective config is what has to be published', () => {
  const it = organisation();
  declare(it, 'base/app/common', { size: 1, name: 'x' });
  declare(it, 'prod/app/web', { $extends: 'base/app/common', name: null });
  publish(it, '/iac/app/web/config', { size: 1 }, 'somebody');
  expect(build(it.world).graph.findings.size).toBe(0);
});

test.each([
  [false, 'warning'],
  [true, 'info'],
])('a change by hand, where drift is allowed: %s', (allowDrift, severity) => {
  const it = testWorld();
  it.write(
    subjects.environment('prod'),
    JSON.stringify({
      name: 'prod',
      prefix: '/iac',
      placements: [{ name: 'acme', account: '111111111111', region: 'eu-west-1', allowDrift }],
    }),
  );
  declare(it, 'prod/app/web', { size: 1 });
  publish(it, '/iac/app/web/config', { size: 3 }, 'arn:aws:iam::111111111111:user/eve');
  expect(only(it, 'out-of-band')).toMatchObject({ severity });
  expect(findings(it, 'unpublished')).toEqual([]);
});

test('published, and none of the outputs is there', () => {
  const it = organisation();
  const outputs = [{ key: 'size', from: ['/size'], at: [at] }];
  it.write(subjects.type('prod', 'app'), JSON.stringify(componentType('app', { outputs })));
  declare(it, 'prod/app/web', { size: 1 });
  publish(it, '/iac/app/web/config', { size: 1 });
  expect(only(it, 'undeployed').placement).toBe(ACCOUNT);
  publish(it, '/iac/app/web/runtime', { size: 1 });
  expect(findings(it, 'undeployed')).toEqual([]);
  declare(it, 'prod/app/web', { size: 2 });
  publish(it, '/iac/app/web/config', { size: 2 });
  expect(only(it, 'undeployed').comparisons).toEqual([{ label: '/size', expected: '2', actual: '1' }]);
});

test('outputs that changed after the consumer was deployed', () => {
  const it = organisation();
  declare(it, 'prod/vpc/main', {});
  declare(it, 'prod/app/web', { source: '/iac/vpc/main/runtime/vpc_id' });
  publish(it, '/iac/vpc/main/runtime/vpc_id', 'vpc-1');
  publish(it, '/iac/app/web/runtime', { url: 'x' });
  expect(findings(it, 'stale-consumer')).toEqual([]);
  publish(it, '/iac/vpc/main/runtime/other', 'y');
  expect(findings(it, 'stale-consumer')).toEqual([]);
  publish(it, '/iac/vpc/main/runtime/vpc_id', 'vpc-2');
  expect(only(it, 'stale-consumer')).toMatchObject({ component: 'prod/app/web', severity: 'warning' });
});

test('a reference to nothing, with a hint where there is one elsewhere', () => {
  const it = organisation();
  declare(it, 'dev/vpc/main', {});
  declare(it, 'prod/app/web', { vpc_nickname: 'main', ami: '/iac/clickhouse/ami/base' });
  const [parameterFinding, component] = findings(it, 'dangling-reference').sort((a, b) =>
    a.id.localeCompare(b.id),
  );
  expect(parameterFinding?.reason).toContain('/iac/clickhouse/ami/base');
  expect(component?.remedy).toContain('dev/vpc/main');
  publish(it, '/iac/clickhouse/ami/base', 'ami-1');
  expect(findings(it, 'dangling-reference')).toHaveLength(1);
});

test('an output that the type does not publish', () => {
  const it = organisation();
  it.write(
    subjects.type('prod', 'vpc'),
    JSON.stringify(componentType('vpc', { outputs: [{ key: 'vpc_id', from: [], at: [at] }] })),
  );
  declare(it, 'prod/vpc/main', {});
  declare(it, 'prod/app/web', { a: '/iac/vpc/main/runtime/vpc_id', b: '/iac/vpc/main/runtime/vpc_arn' });
  expect(only(it, 'unpublished-output').reason).toContain('vpc_arn');
});

test('a config parameter that Git does not declare', () => {
  const it = organisation();
  publish(it, '/iac/app/old/config', { vpc_nickname: 'main' });
  expect(only(it, 'orphaned').component).toBe('prod/app/old');
  const { components, dependencies } = build(it.world).graph;
  expect([...components.values()].map(({ id, status }) => [id, status]).sort()).toEqual([
    ['prod/app/old', 'orphaned'],
    ['prod/vpc/main', 'missing'],
  ]);
  expect(dependencies.size).toBe(1);
});

test('a secret output is a name without a value', () => {
  const it = organisation();
  declare(it, 'prod/app/web', {});
  it.write(subjects.parameter(ACCOUNT, '/iac/app/web/runtime/password'), parameter(null, 'SecureString'));
  const [web] = build(it.world).graph.components.values();
  expect(web?.placements[0]).toMatchObject({ outputs: ['password'], status: 'runtime-only' });
});

test('the parameters of a function belong to the component that publishes them', () => {
  const it = organisation();
  declare(it, 'prod/lambda/api', { functions: { echo: {} } });
  publish(it, '/iac/lambda/api/config', { functions: { echo: {} } });
  publish(it, '/iac/lambda/echo/runtime', { arn: 'x' });
  publish(it, '/iac/lambda/lonely/runtime', { arn: 'y' });
  const { components } = build(it.world).graph;
  expect([...components.values()].map(({ id, status, aliases }) => [id, status, aliases]).sort()).toEqual([
    ['prod/lambda/api', 'deployed', ['echo']],
    ['prod/lambda/lonely', 'runtime-only', []],
  ]);
});
