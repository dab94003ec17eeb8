import { describe, expect, it } from 'vitest';
import { ACCOUNT, configSubject, parameter, settings } from '../build/worlds.testing';
import { placementIdSchema } from '../id-schemas';
import { subjects } from '../subjects';
import { NETWORK, network, organisation, READER, TYPES } from './organisations.testing';
import { plan } from './plan';

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

  it('go by the size of the parameter that is there: 4 KB, or 8 KB where it is an advanced one everywhere', () => {
    const OTHER = placementIdSchema.parse('222222222222/eu-west-1');
    const found = (values: readonly string[], text: string) => {
      const published = organisation({ 'prod/app/big': {} }, [], (write) => {
        write(subjects.environment('prod'), settings('prod', [ACCOUNT, OTHER]));
        for (const [index, placement] of [ACCOUNT, OTHER].entries())
          write(subjects.parameter(placement, '/iac/app/big/config'), parameter(values[index] ?? null));
      });
      return kinds({ 'prod/app/big': { text } }, published).filter((kind) => kind.includes('too-large'));
    };
    const advanced = 'x'.repeat(5000);
    // 3,000 characters that take 6,000 to be written as JSON once more.
    const standard = '"'.repeat(3000);
    expect(found([advanced, advanced], 'x'.repeat(6000))).toEqual([]);
    expect(found([advanced, standard], 'x'.repeat(6000))).toEqual(['blocking value-too-large prod/app/big']);
    expect(found([standard, standard], 'x'.repeat(6000))).toEqual(['blocking value-too-large prod/app/big']);
    expect(found([standard, standard], 'x'.repeat(4000))).toEqual([]);
    expect(found([advanced, advanced], 'x'.repeat(9000))).toEqual(['blocking value-too-large prod/app/big']);
  });

  it('block a parent from going while there are heirs, and an heir whose parent is not there', () => {
    const heirs = organisation({
      'base/app/web': { memory: 1 },
      'dev/app/web': { $extends: 'base/app/web' },
    });
    expect(kinds({ 'base/app/web': null }, heirs)).toEqual([
      'blocking removes-provider base/app/web',
      'blocking missing-parent dev/app/web',
    ]);
    expect(kinds({ 'base/app/web': null, 'dev/app/web': { memory: 1 } }, heirs)).toEqual([]);
    expect(kinds({ 'base/app/web': { $extends: 'dev/app/web' } }, heirs)).toContain(
      'blocking inheritance-cycle dev/app/web',
    );
  });

  it('block what breaks an assertion', () => {
    const kept = { name: 'Kept', config: '/days', atLeast: 7, severity: 'error' };
    const asserted = organisation({ 'prod/db/main': { days: 7 } }, [], (write) =>
      write(subjects.conventions('prod'), JSON.stringify({ assertions: { db: [kept] } })),
    );
    expect(kinds({ 'prod/db/main': { days: 3 } }, asserted)).toEqual([
      'blocking failed-assertion prod/db/main',
      'warning touches-production prod/db/main',
    ]);
  });

  it('block a config without a key that its module needs', () => {
    const size = {
      pointer: '/size',
      required: true,
      type: 'number' as const,
      at: [{ file: 'main.tf', line: 1 }],
    };
    const sized = organisation({ 'dev/db/main': { size: 1 } }, [{ name: 'db', keys: [size] }]);
    expect(kinds({ 'dev/db/main': { size: 2 } }, sized)).toEqual([]);
    expect(kinds({ 'dev/db/main': {} }, sized)).toEqual(['blocking invalid-config dev/db/main']);
  });

  it('warn of drift that the merge would bring along', () => {
    const drifted = organisation({ 'dev/app/web': { memory: 1 } }, [], (write) => {
      write(subjects.environment('dev'), settings('dev', [ACCOUNT]));
      write(subjects.parameter(ACCOUNT, '/iac/app/web/config'), parameter({ memory: 9 }));
    });
    expect(kinds({ 'dev/app/web': { memory: 2 } }, drifted)).toEqual(['warning drifted dev/app/web']);
  });

  it('each have a reason and a way out', () => {
    const { findings } = network().plan({ 'dev/vpc/main': null, 'dev/app/web': { uses: 'gone' } });
    expect(findings).toHaveLength(2);
    for (const { reason, remedy } of findings) {
      expect(reason).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
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
