import type { Component, Finding } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { ordered, sliceOf } from './slice';
import { componentLike } from './slices.testing';

const component = (environment: string): Component => ({
  ...componentLike({ environment }),
  declaration: null,
  parents: [],
  placements: [],
  aliases: [],
});

const finding = (on: Component | null, severity: Finding['severity']): Finding => ({
  id: severity,
  kind: 'undeployed',
  severity,
  component: on?.id ?? null,
  environment: 'prod',
  type: null,
  placement: null,
  at: null,
  reason: '',
  remedy: '',
  since: null,
  comparisons: [],
});

describe('sliceOf', () => {
  it('counts the findings of each component by severity', () => {
    const prod = component('prod');
    const findings = [
      finding(prod, 'error'),
      finding(prod, 'error'),
      finding(prod, 'info'),
      finding(null, 'error'),
    ];
    const { components } = sliceOf({ revision: 1, components: [prod], dependencies: [], findings });
    expect(components[0]?.findings).toEqual({ error: 2, warning: 0, info: 1 });
  });

  it('groups by environment only where there are several', () => {
    const groups = (...environments: string[]) =>
      sliceOf({
        revision: 1,
        components: environments.map(component),
        dependencies: [],
        findings: [],
      }).components.map(({ group }) => group);
    expect(groups('prod')).toEqual([[]]);
    expect(groups('prod', 'dev')).toEqual([['prod'], ['dev']]);
  });
});

describe('ordered', () => {
  it('leaves out dependencies on what is not in the slice', () => {
    const [a, b] = [componentLike({ nickname: 'a' }), componentLike({ nickname: 'b' })];
    const edge = { from: a.id, to: b.id, confidence: 'declared', ambiguous: false } as const;
    expect(ordered({ components: [a], dependencies: [edge] }).dependencies).toEqual([]);
    expect(ordered({ components: [a, b], dependencies: [edge] }).dependencies).toEqual([edge]);
  });
});
