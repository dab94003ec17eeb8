import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../build/update';
import { componentType, configSubject, testWorld } from '../build/worlds.testing';
import type { ComponentType } from '../catalog';
import { diff } from '../diff';
import { subjects } from '../subjects';
import type { Edit } from '../world';
import { plan } from './plan';

const at = (line: number) => ({ file: 'main.tf', line });

const VPC: Partial<ComponentType> = {
  name: 'vpc',
  outputs: [
    { key: 'vpc_id', from: ['/cidr'], at: [at(1)] },
    { key: 'subnets', from: ['/cidr', '/subnets'], at: [at(2)] },
    { key: 'flow_log', from: ['/logging/bucket'], at: [at(3)] },
  ],
  outputsKnown: true,
};

const CLUSTER: Partial<ComponentType> = {
  name: 'cluster',
  references: [
    {
      pointer: '/network',
      targetType: 'vpc',
      nickname: null,
      required: true,
      consumes: ['subnets'],
      at: at(7),
    },
  ],
  outputs: [
    { key: 'endpoint', from: ['/network'], at: [at(8)] },
    { key: 'role', from: ['/role'], at: [at(9)] },
  ],
  outputsKnown: true,
};

const READER = (name: string, type: string, consumes: string[]): Partial<ComponentType> => ({
  name,
  references: [{ pointer: '/uses', targetType: type, nickname: null, required: false, consumes, at: at(5) }],
  outputsKnown: true,
});

function organisation(configs: Record<string, object>, types: readonly Partial<ComponentType>[] = []) {
  const { world, write } = testWorld();
  for (const type of types) {
    const full = componentType(type.name ?? '', { outputsKnown: false, ...type });
    for (const environment of ['dev', 'prod'])
      write(subjects.type(environment, type.name ?? ''), JSON.stringify(full));
  }
  for (const [id, config] of Object.entries(configs)) write(configSubject(id), JSON.stringify(config));
  const built = build(world);
  const edit = (id: string, config: object | null): Edit => ({
    subject: configSubject(id),
    content: config && JSON.stringify(config),
  });
  return {
    world,
    built,
    plan: (edits: Record<string, object | null>) =>
      plan({ built, world, edits: Object.entries(edits).map(([id, config]) => edit(id, config)) }),
  };
}

const NETWORK = {
  'dev/vpc/main': { cidr: '10.0.0.0/16', logging: { bucket: 'logs' }, owner: 'net' },
  'dev/cluster/core': { network: 'main', role: 'x' },
  'dev/app/web': { uses: 'core' },
  'dev/audit/log': { uses: 'main' },
  'dev/iam/roles': { uses: 'core' },
};
const TYPES = [
  VPC,
  CLUSTER,
  READER('app', 'cluster', ['endpoint']),
  READER('iam', 'cluster', ['role']),
  READER('audit', 'vpc', ['flow_log']),
];
const network = () => organisation(NETWORK, TYPES);

describe('the blast radius of a plan', () => {
  it('follows changed keys through outputs to those who read them', () => {
    const { impact, components } = network().plan({
      'dev/vpc/main': { ...NETWORK['dev/vpc/main'], cidr: '10.9.0.0/16' },
    });
    expect(components).toEqual([
      {
        id: 'dev/vpc/main',
        kind: 'changed',
        path: 'iac/dev/vpc/main/config.json',
        fields: [{ pointer: '/cidr', before: '10.0.0.0/16', after: '10.9.0.0/16' }],
        outputs: ['subnets', 'vpc_id'],
      },
    ]);
    expect(impact.items).toEqual([
      { id: 'dev/cluster/core', distance: 1, certainty: 'certain', via: 'dev/vpc/main', wave: 1 },
      { id: 'dev/app/web', distance: 2, certainty: 'certain', via: 'dev/cluster/core', wave: 2 },
    ]);
    expect(impact.notAffected).toEqual([
      {
        id: 'dev/audit/log',
        provider: 'dev/vpc/main',
        reason: 'It reads flow_log of dev/vpc/main; the change does not reach that.',
      },
      {
        id: 'dev/iam/roles',
        provider: 'dev/cluster/core',
        reason: 'It reads role of dev/cluster/core; the change does not reach that.',
      },
    ]);
    expect(impact.reachable).toBe(4);
    expect(impact.waves).toEqual([['dev/vpc/main'], ['dev/cluster/core'], ['dev/app/web']]);
  });

  it('ends where a key flows into no output', () => {
    const { impact } = network().plan({ 'dev/vpc/main': { ...NETWORK['dev/vpc/main'], owner: 'web' } });
    expect(impact.total).toBe(0);
    expect(impact.notAffected).toHaveLength(2);
    const blind = organisation(
      { 'dev/vpc/main': { owner: 'net' }, 'dev/app/web': { vpc_nickname: 'main' } },
      [VPC],
    );
    expect(blind.plan({ 'dev/vpc/main': { owner: 'web' } }).impact.notAffected).toEqual([
      { id: 'dev/app/web', provider: 'dev/vpc/main', reason: 'No output of dev/vpc/main changes.' },
    ]);
  });

  it('is likely where the module cannot be followed, and everybody where there is none', () => {
    const unclear = organisation(NETWORK, [
      { ...VPC, outputs: [{ key: 'subnets', from: 'all', at: [at(1)] }] },
      ...TYPES.slice(1),
    ]).plan({ 'dev/vpc/main': { owner: 'web' } });
    expect(unclear.impact.items.map(({ id, certainty }) => [id, certainty])).toEqual([
      ['dev/cluster/core', 'likely'],
      ['dev/app/web', 'likely'],
    ]);
    const bare = organisation({ 'dev/vpc/main': {}, 'dev/app/web': { vpc_nickname: 'main' } });
    const { impact, components } = bare.plan({ 'dev/vpc/main': { a: 1 } });
    expect(components[0]?.outputs).toBe('unknown');
    expect(impact.byCertainty).toEqual({ certain: 0, likely: 1, possible: 0 });
  });

  it('reaches heirs whose effective config changes, and spares those that override the key', () => {
    const { components, impact } = organisation({
      'base/app/web': { memory: 1, owner: 'x' },
      'dev/app/web': { $extends: 'base/app/web' },
      'prod/app/web': { $extends: 'base/app/web', memory: 2 },
    }).plan({ 'base/app/web': { memory: 3, owner: 'x' } });
    expect(components.map(({ id, kind }) => [id, kind])).toEqual([
      ['base/app/web', 'changed'],
      ['dev/app/web', 'inherited'],
    ]);
    expect(impact.notAffected).toEqual([
      {
        id: 'prod/app/web',
        provider: 'base/app/web',
        reason: 'It inherits from base/app/web, and overrides what changes.',
      },
    ]);
  });

  it('is part of what plain reachability names, whatever is edited', () => {
    const edit = fc.record({
      id: fc.constantFrom(...Object.keys(NETWORK)),
      config: fc.option(
        fc.dictionary(
          fc.constantFrom('cidr', 'network', 'uses', 'role', 'owner'),
          fc.constantFrom('main', 'core', 'x'),
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const { world, built, plan: planned } = network();
        const wanted = Object.fromEntries(edits.map(({ id, config }) => [id, config]));
        const { changes, impact, components } = planned(wanted);
        const overlay = world.with(
          Object.entries(wanted).map(([id, config]) => ({
            subject: configSubject(id),
            content: config && JSON.stringify(config),
          })),
        );
        expect(changes).toEqual(diff(built.graph, build(overlay).graph));
        expect(impact.total).toBeLessThanOrEqual(impact.reachable);
        const edited = new Set<string>(components.map(({ id }) => id));
        expect(impact.items.filter(({ id }) => edited.has(id))).toEqual([]);
        expect(impact.items.map(({ wave }) => wave)).not.toContain(null);
      }),
    );
  });
});

describe('the findings of a plan', () => {
  const kinds = (edits: Record<string, object | null>, it = network()) =>
    it.plan(edits).findings.map(({ level, kind, component }) => `${level} ${kind} ${component}`);

  it('block what others still depend on from going', () => {
    expect(kinds({ 'dev/cluster/core': null })).toEqual(['blocking removes-provider dev/cluster/core']);
    expect(kinds({ 'dev/app/web': null })).toEqual([]);
    expect(kinds({ 'dev/cluster/core': null, 'dev/app/web': {}, 'dev/iam/roles': null })).toEqual([]);
  });

  it('block references to nothing, cycles, and outputs that are not published', () => {
    expect(kinds({ 'dev/app/web': { uses: 'gone' } })).toEqual(['blocking dangling-reference dev/app/web']);
    expect(kinds({ 'dev/vpc/main': { app_nickname: 'web' } })).toContain(
      'blocking dependency-cycle dev/app/web',
    );
    const unpublished = organisation(NETWORK, [...TYPES.slice(0, 4), READER('audit', 'vpc', ['nothing'])]);
    expect(kinds({ 'dev/audit/new': { uses: 'main' } }, unpublished)).toEqual([
      'blocking unpublished-output dev/audit/new',
    ]);
  });

  it('block configs that Parameter Store does not take', () => {
    expect(kinds({ 'dev/app/big': { text: 'x'.repeat(5000) } })).toEqual([
      'blocking value-too-large dev/app/big',
    ]);
    const { findings } = network().plan({ 'dev/app/big': { text: 'ü'.repeat(4100) } });
    expect(findings[0]?.reason).toBe('Its config has 8211 bytes; Parameter Store takes at most 8192.');
  });

  it('block files that are not valid', () => {
    const { built, world } = network();
    const { findings } = plan({
      built,
      world,
      edits: [{ subject: configSubject('dev/app/web'), content: '{' }],
    });
    expect(findings.map(({ kind, level }) => [kind, level])).toEqual([['invalid-json', 'blocking']]);
  });

  it('say nothing of what was wrong before', () => {
    const broken = organisation({ 'dev/app/web': { vpc_nickname: 'gone' } });
    expect(kinds({ 'dev/app/web': { vpc_nickname: 'gone', memory: 1 } }, broken)).toEqual([]);
  });

  it('warn of production, hubs, and consumers that only a value ties', () => {
    const apps = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`prod/app/a${index}`, { vpc_nickname: 'main' }]),
    );
    expect(kinds({ 'prod/vpc/main': { cidr: 'x' } }, organisation({ 'prod/vpc/main': {}, ...apps }))).toEqual(
      ['warning many-dependents prod/vpc/main', 'warning touches-production prod/vpc/main'],
    );
    const zones = organisation({
      'dev/route53-zone/org': { zone_name: 'example.org' },
      'dev/site/web': { hosted_zone: 'example.org' },
    });
    expect(kinds({ 'dev/route53-zone/org': { zone_name: 'example.org', ttl: 5 } }, zones)).toEqual([
      'warning inferred-consumers dev/route53-zone/org',
    ]);
  });
});

describe('the risk of a plan', () => {
  it('is the sum of factors that each say why', () => {
    const { risk } = network().plan({ 'dev/vpc/main': { cidr: '10.9.0.0/16' } });
    expect(risk.factors.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(risk.score).toBe(
      Math.round(risk.factors.reduce((sum, { weight, value }) => sum + weight * value, 0)),
    );
    expect(risk.factors.map(({ why }) => why)).toContain('3 components affected');
    expect(risk.level).toBe('low');
  });

  it('is higher in production, and where what is removed is needed', () => {
    const both = { ...NETWORK, 'prod/vpc/main': {}, 'prod/app/web': { vpc_nickname: 'main' } };
    const it = organisation(both, TYPES);
    const score = (edits: Record<string, object | null>) => it.plan(edits).risk.score;
    expect(score({ 'prod/vpc/main': { a: 1 } })).toBeGreaterThan(score({ 'dev/iam/roles': { a: 1 } }));
    expect(score({ 'prod/vpc/main': null })).toBeGreaterThan(score({ 'prod/vpc/main': { a: 1 } }));
  });
});
