import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component } from './component';
import { type Dependency, type DependencyKey, dependencyKey } from './dependency';
import { apply, diff, invert } from './diff';
import type { Finding } from './finding';
import type { Graph } from './graph';
import { type ComponentId, componentId } from './ids';

const ids = Array.from({ length: 6 }, (_, index) => componentId('test', 'node', `n${index}`));
const member = fc.constantFrom(...ids);

const components: fc.Arbitrary<Component> = fc.record({
  id: member,
  environment: fc.constant('test'),
  type: fc.constant('node'),
  nickname: fc.constant('n'),
  status: fc.constantFrom('declared' as const, 'published' as const),
  declaration: fc.constant(null),
  parents: fc.array(member, { maxLength: 2 }),
  placements: fc.constant([]),
  aliases: fc.constant([]),
  owner: fc.option(fc.constantFrom('ann', 'bob')),
  tags: fc.dictionary(fc.constantFrom('team', 'tier'), fc.constantFrom('a', 'b')),
  abstract: fc.boolean(),
});

const dependencies: fc.Arbitrary<Dependency> = fc.record({
  from: member,
  to: member,
  confidence: fc.constantFrom('declared' as const, 'inferred' as const),
  ambiguous: fc.boolean(),
  consumes: fc.constantFrom<Dependency['consumes']>('all', ['a'], ['b']),
  evidence: fc.constant([]),
});

const findings: fc.Arbitrary<Finding> = fc.record({
  id: fc.constantFrom('f1', 'f2', 'f3'),
  kind: fc.constant('orphaned' as const),
  severity: fc.constantFrom('info' as const, 'error' as const),
  component: fc.option(member),
  environment: fc.constant('test'),
  type: fc.constant(null),
  placement: fc.constant(null),
  at: fc.constant(null),
  reason: fc.string(),
  remedy: fc.constant(''),
  since: fc.constant(null),
  comparisons: fc.constant([]),
});

const graphs: fc.Arbitrary<Graph> = fc
  .record({
    components: fc.array(components),
    dependencies: fc.array(dependencies),
    findings: fc.array(findings),
  })
  .map((all) => ({
    components: new Map<ComponentId, Component>(all.components.map((value) => [value.id, value])),
    dependencies: new Map<DependencyKey, Dependency>(
      all.dependencies.map((value) => [dependencyKey(value.from, value.to), value]),
    ),
    findings: new Map<string, Finding>(all.findings.map((value) => [value.id, value])),
  }));

describe('diff', () => {
  test('apply(g, diff(g, h)) equals h, and the inverse leads back', () => {
    fc.assert(
      fc.property(graphs, graphs, (g, h) => {
        const changes = diff(g, h);
        expect(apply(g, changes)).toEqual(h);
        expect(apply(h, invert(changes))).toEqual(g);
      }),
    );
  });

  test('holds what differs and nothing else, sorted by key', () => {
    fc.assert(
      fc.property(graphs, graphs, (g, h) => {
        const changes = diff(g, h).components;
        const touched = changes.map(({ before, after }) => before?.id ?? after?.id ?? '');
        const expected = ids.filter(
          (id) => JSON.stringify(g.components.get(id)) !== JSON.stringify(h.components.get(id)),
        );
        expect(touched).toEqual([...touched].sort());
        expect(new Set(touched).size).toBe(touched.length);
        // Objects that differ only in the order of their keys are equal, so nothing beyond `expected` may be there.
        expect(expected).toEqual(expect.arrayContaining(touched));
      }),
    );
  });

  test('the same graph has no difference, whatever the order of its parts', () => {
    fc.assert(
      fc.property(graphs, (g) => {
        const reversed = {
          components: new Map([...g.components].reverse()),
          dependencies: new Map([...g.dependencies].reverse()),
          findings: new Map([...g.findings].reverse()),
        };
        expect(diff(g, reversed)).toEqual({ components: [], dependencies: [], findings: [] });
      }),
    );
  });
});
