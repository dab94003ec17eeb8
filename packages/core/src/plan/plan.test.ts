import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../build/update';
import { configSubject } from '../build/worlds.testing';
import { diff } from '../diff';
import { NETWORK, network, organisation, TYPES, VPC } from './organisations.testing';
import { plan } from './plan';
import type { PlannedImpact } from './types';

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
      { ...VPC, outputs: [{ key: 'subnets', from: 'all', at: [] }] },
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

  it('goes through what is edited itself', () => {
    const { impact } = network().plan({
      'dev/vpc/main': { ...NETWORK['dev/vpc/main'], cidr: '10.9.0.0/16' },
      'dev/cluster/core': { ...NETWORK['dev/cluster/core'], owner: 'web' },
    });
    expect(impact.items).toEqual([
      { id: 'dev/app/web', distance: 1, certainty: 'certain', via: 'dev/cluster/core', wave: 2 },
    ]);
    expect(impact.notAffected.map(({ id }) => id)).toEqual(['dev/audit/log', 'dev/iam/roles']);
  });

  it('is the same for others when a key that flows nowhere is edited beside it, and in whatever order', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...Object.keys(NETWORK)), { minLength: 1 });
    const wanted = { cidr: '10.9.0.0/16', logging: { bucket: 'other' }, network: 'two', role: 'y' };
    const keys = fc.subarray(Object.keys(wanted));
    fc.assert(
      fc.property(ids, ids, keys, (changing, inert, changed) => {
        const more = (entries: readonly string[]) =>
          Object.fromEntries(Object.entries(wanted).filter(([key]) => entries.includes(key)));
        const configs = new Map(Object.entries<object>(NETWORK));
        const own = changing.map((id) => [id, { ...configs.get(id), ...more(changed) }] as const);
        const beside = inert
          .filter((id) => !changing.includes(id))
          .map((id) => [id, { ...configs.get(id), note: 'x' }] as const);
        const [alone, together, reversed] = [own, [...own, ...beside], [...beside, ...own].reverse()].map(
          (edits) => network().plan(Object.fromEntries(edits)),
        );
        const others = (impact: PlannedImpact | undefined) =>
          impact?.items
            .flatMap(({ id, certainty }) => (inert.includes(id) ? [] : [`${id} ${certainty}`]))
            .sort();
        expect(others(together?.impact)).toEqual(others(alone?.impact));
        expect(reversed).toEqual(together);
      }),
    );
  });

  it('is nothing where edits cancel out, or say the same in other words', () => {
    const { built, world } = network();
    const subject = configSubject('dev/vpc/main');
    const text = JSON.stringify(NETWORK['dev/vpc/main']);
    const nothing = { total: 0, reachable: 0, items: [], notAffected: [] };
    const back = plan({
      built,
      world,
      edits: [
        { subject, content: null },
        { subject, content: text },
      ],
    });
    expect(back).toMatchObject({ components: [], findings: [], impact: nothing, risk: { score: 0 } });
    expect(back.changes).toEqual(diff(built.graph, built.graph));
    const indented = JSON.stringify(NETWORK['dev/vpc/main'], null, 4);
    const { components, impact } = plan({ built, world, edits: [{ subject, content: indented }] });
    expect(components).toMatchObject([{ kind: 'changed', fields: [], outputs: [] }]);
    expect(impact.total).toBe(0);
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
