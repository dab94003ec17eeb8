import { describe, expect, it } from 'vitest';
import type { Grouping } from './dimension';
import { component } from './slices.testing';
import { visibleGraph } from './visible-graph';

const many = (
  count: number,
  of: (index: number) => Parameters<typeof component>[1],
  dependsOn: (index: number) => number | null = () => null,
): Grouping => {
  const components = Array.from({ length: count }, (_, index) => component(`n${index}`, of(index)));
  const dependencies = components.flatMap(({ id: from }, index) => {
    const to = components[dependsOn(index) ?? -1]?.id;
    return to ? { from, to } : [];
  });
  return visibleGraph({ components, dependencies }).grouping;
};

describe('the grouping that nobody chose', () => {
  it('is by owner, where owners part the slice', () => {
    expect(many(200, (index) => ({ owner: `team-${index % 9}` }))).toEqual([]);
    expect(many(600, (index) => ({ owner: `team-${index % 9}` }))).toEqual(['owner']);
  });

  it('is by connected cluster where most have no owner, or all the same', () => {
    const tenth = (index: number) => (index % 10 === 0 ? null : index - (index % 10));
    expect(many(600, () => ({}), tenth)).toEqual(['cluster']);
    expect(many(600, () => ({ owner: 'us' }), tenth)).toEqual(['cluster']);
  });

  it('is by type where nothing else parts the slice', () => {
    expect(many(600, () => ({ owner: 'us' }))).toEqual(['type']);
  });

  it('is by environment first where there are several, and by type within what is too large', () => {
    const environment = (index: number) => ({
      environment: index % 2 ? 'qa' : 'prod',
      owner: `o${index % 5}`,
    });
    expect(many(600, environment)).toEqual(['environment', 'owner']);
    expect(many(1000, (index) => ({ owner: `o${index % 2}` }))).toEqual(['owner', 'type']);
  });
});
