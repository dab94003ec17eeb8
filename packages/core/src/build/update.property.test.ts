import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComponentType } from '../catalog';
import { apply, diff } from '../diff';
import type { PlacementId } from '../ids';
import type { Subject } from '../observation';
import { subjects } from '../subjects';
import { build, update } from './update';
import {
  ACCOUNT,
  canonicalGraph,
  componentType,
  configSubject,
  parameter,
  settings,
  testWorld,
} from './worlds.testing';

const OTHER = '222222222222/eu-west-1' as PlacementId;

interface Write {
  readonly subject: Subject;
  readonly content: string | null;
  readonly actor: string | null;
}

const environment = fc.constantFrom('prod', 'dev', 'base');
const type = fc.constantFrom('vpc', 'lambda', 'zone-a', 'openapi');
const nickname = fc.constantFrom('one', 'two', 'three');
const name = fc.tuple(type, nickname).map((parts) => parts.join('/'));
const value = fc.constantFrom(
  'vpc-0123456789abcdef0',
  'a.example.com',
  'A.example.com.',
  'https://x.example.com',
  'blue-fish',
  'arn:aws:s3:::blue',
);
const path = fc.constantFrom(
  '/iac/vpc/one/runtime',
  '/iac/vpc/two/runtime/vpc_id',
  '/iac/lambda/echo/runtime',
  '/external/stripe/api/runtime',
  '/iac/some/aux/parameter',
);

const config = fc.record(
  {
    vpc_nickname: nickname,
    zone_a_nickname: nickname,
    lambda_nickname: fc.constantFrom('one', 'echo'),
    functions: fc.dictionary(fc.constantFrom('echo', 'status', 'two'), fc.record({ vpc_nickname: nickname })),
    openapi: nickname,
    network: nickname,
    zone_name: value,
    zone_a_name: value,
    vpc_id: value,
    other_url: value,
    where: path,
    $extends: fc.oneof(
      name,
      name.map((text) => `base/${text}`),
      name.map((text) => `prod/${text}`),
    ),
    tags: fc.constant({ Owner: 'me', vpc_nickname: 'one' }),
  },
  { requiredKeys: [] },
);

const text = fc.oneof(
  { weight: 8, arbitrary: config.map((content) => JSON.stringify(content)) },
  { weight: 1, arbitrary: fc.constantFrom('{ "broken": ', '[]', '{"vpc_nickname": null}') },
);

const outputs = fc.dictionary(fc.constantFrom('vpc_id', 'url', 'zone_name', 'name'), value);

const parameterName = fc.oneof(
  name.map((text) => `/iac/${text}/config`),
  name.map((text) => `/iac/${text}/runtime`),
  name.map((text) => `/iac/${text}/runtime/vpc_id`),
  fc.constantFrom(
    '/iac/lambda/echo/runtime',
    '/iac/lambda/status/runtime/arn',
    '/external/stripe/api/runtime',
    '/iac/some/aux/parameter',
    '/iac/openapi/one/text',
    '/other/vpc/one/runtime',
  ),
);

const parameterContent = fc.oneof(
  outputs.map((values) => parameter(values)),
  config.map((content) => parameter(content)),
  value.map((plain) => parameter(plain, 'StringList')),
  fc.constant(parameter(null, 'SecureString')),
  fc.constant(parameter({ paths: { '/': { 'x-lambda-nickname': 'echo' } } })),
);

const state = fc
  .record({ serial: fc.nat(3), resources: fc.nat(1) })
  .map((counts) => JSON.stringify({ ...counts, outputs: [] }));
const report = fc
  .constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')
  .map((when) => JSON.stringify({ at: when, version: null, url: null }));

const at = { file: 'main.tf', line: 3 };
const module = fc
  .record<Pick<ComponentType, 'aliases' | 'outputs' | 'references' | 'keys' | 'problems'>>({
    aliases: fc.constantFrom<ComponentType['aliases'][]>([], [{ type: 'lambda', pointer: '/functions', at }]),
    outputs: fc.subarray(['vpc_id', 'url']).map((keys) => keys.map((key) => ({ key, from: [], at: [] }))),
    references: fc.constantFrom<ComponentType['references'][]>(
      [],
      [{ pointer: '/network', targetType: 'vpc', nickname: null, required: true, consumes: ['vpc_id'], at }],
    ),
    keys: fc.constantFrom<ComponentType['keys'][]>(
      [],
      [{ pointer: '/network', required: true, type: 'string', at: [] }],
    ),
    problems: fc.constantFrom<ComponentType['problems'][]>([], [{ file: 'bad.tf', line: 2, message: 'no' }]),
  })
  .chain((more) => type.map((kind) => JSON.stringify(componentType(kind, more))));

const conventions = fc.constantFrom(
  '{ "references": { "vpc:/network": "zone-a" } }',
  '{ "identifyingKeys": { "zone-a": ["/zone_name"] } }',
  '{ "edges": [{ "from": "vpc/one", "to": "vpc/two", "verdict": "declare" }, { "from": "vpc/two", "to": "vpc/one", "verdict": "reject" }] }',
  '{ "unknown": 1 }',
  JSON.stringify({
    assertions: {
      vpc: [
        { name: 'zone', config: '/zone_name', matches: 'a', severity: 'error' },
        { name: 'id', output: 'vpc_id', matches: '^vpc-' },
        { name: 'few', usedBy: 'lambda', atMost: 1, matches: 'one$' },
        { name: 'own', dependsOn: '*', environments: ['prod', 'dev'], absent: true },
      ],
      '*': [
        { name: 'functions', config: '/functions/*/vpc_nickname', equals: 'one' },
        { name: 'used', usedBy: '*', atLeast: 1, optional: true },
      ],
    },
  }),
);

const environmentSettings = fc
  .tuple(environment, fc.subarray([ACCOUNT, OTHER]), fc.constantFrom('/iac', '/iac', '/other'), fc.boolean())
  .map(([where, placements, prefix, allowDrift]) => ({
    where,
    content: settings(where, placements, { prefix, abstract: where === 'base' && allowDrift }),
  }));

const actor = fc.constantFrom('somebody', null);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(environment, name, optional(text), actor).map(([where, id, content, who]) => ({
      subject: configSubject(`${where}/${id}`),
      content,
      actor: who,
    })),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(ACCOUNT, OTHER), parameterName, optional(parameterContent), actor)
      .map(([where, id, content, who]) => ({ subject: subjects.parameter(where, id), content, actor: who })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(ACCOUNT, OTHER), type, nickname, optional(state))
      .map(([where, kind, id, content]) => ({
        subject: subjects.state(where, kind, id),
        content,
        actor: null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(ACCOUNT, OTHER), type, nickname, optional(report), actor)
      .map(([where, kind, id, content, who]) => ({
        subject: subjects.report(where, kind, id),
        content,
        actor: who,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(environment, type, optional(module))
      .map(([where, kind, content]) => ({ subject: subjects.type(where, kind), content, actor: null })),
  },
  {
    weight: 2,
    arbitrary: environmentSettings.map(({ where, content }) => ({
      subject: subjects.environment(where),
      content,
      actor: null,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(environment, optional(conventions))
      .map(([where, content]) => ({ subject: subjects.conventions(where), content, actor: null })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(environment, optional(text)).map(([where, content]) => ({
      subject: subjects.declaration(where, `iac/${where}/vpc/-unsafe/config.json`),
      content,
      actor: null,
    })),
  },
);

const steps = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 14 });

test('update gives the graph that build gives, and says what changed', () => {
  fc.assert(
    fc.property(steps, (deltas) => {
      const { world, write: observe } = testWorld();
      let built = build(world);
      for (const delta of deltas) {
        const before = canonicalGraph(built.graph);
        const changed = delta.flatMap(({ subject, content, actor: who }) => observe(subject, content, who));
        const { built: after, changes } = update(built, world, changed);
        const expected = build(world);
        expect(canonicalGraph(after.graph)).toBe(canonicalGraph(expected.graph));
        expect(changes).toEqual(diff(built.graph, expected.graph));
        expect(canonicalGraph(apply(built.graph, changes))).toBe(canonicalGraph(expected.graph));
        expect(canonicalGraph(built.graph)).toBe(before);
        built = after;
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of subjects does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(write, { selector: ({ subject }) => subject, maxLength: 30 })
        .chain((writes) =>
          fc.tuple(fc.constant(writes), fc.shuffledSubarray(writes, { minLength: writes.length })),
        ),
      ([writes, shuffled]) => {
        const texts = [writes, shuffled].map((order) => {
          const overlay = testWorld().world.with(order.map(({ subject, content }) => ({ subject, content })));
          return canonicalGraph(build(overlay).graph);
        });
        expect(texts[1]).toBe(texts[0]);
      },
    ),
    { numRuns: 60 },
  );
});

test('an overlay holds what observing the same edits would', () => {
  fc.assert(
    fc.property(
      fc.array(write, { maxLength: 20 }),
      fc.array(write, { maxLength: 6 }),
      fc.array(write, { maxLength: 6 }),
      (past, first, second) => {
        const observed = testWorld();
        const drafted = testWorld();
        for (const { subject, content, actor: who } of past) {
          observed.write(subject, content, who);
          drafted.write(subject, content, who);
        }
        for (const { subject, content } of [...first, ...second]) observed.write(subject, content);
        const overlay = drafted.world.with(first).with(second);
        const content = (world: typeof overlay) =>
          new Map(
            [...world.subjects()].map((subject) => [
              subject,
              world.content(world.entry(subject)?.hash ?? ''),
            ]),
          );
        expect(content(overlay)).toEqual(content(observed.world));
        expect(overlay.size).toBe(observed.world.size);
        const edited = [...first, ...second].map(({ subject }) => subject);
        const updated = update(build(drafted.world), overlay, edited).built;
        expect(canonicalGraph(updated.graph)).toBe(canonicalGraph(build(overlay).graph));
      },
    ),
    { numRuns: 60 },
  );
});
