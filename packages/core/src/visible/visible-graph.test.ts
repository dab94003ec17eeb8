import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grouping } from './dimension';
import { component, slices } from './slices.testing';
import { visibleGraph } from './visible-graph';

const groupings = fc.uniqueArray(
  fc.constantFrom<Grouping[number]>('owner', 'type', 'environment', 'placement', 'cluster', 'tag.team'),
  { maxLength: 2 },
);

describe('visibleGraph', () => {
  it('has something on the map for every component and every dependency', () => {
    fc.assert(
      fc.property(slices, groupings, fc.integer({ min: 1, max: 30 }), (slice, grouping, budget) => {
        const visible = visibleGraph(slice, { grouping, budget });
        const { components, groups, dependencies, bundles, hidden } = visible;
        const shut = groups.filter(({ isOpen }) => !isOpen);
        const onMap = new Set<string>([...components, ...shut].map(({ id }) => id));
        for (const { id } of slice.components) expect(onMap).toContain(visible.elementOf(id));
        expect(components.length + hidden).toBe(slice.components.length);
        expect(shut.reduce((sum, group) => sum + group.hidden, 0)).toBe(hidden);

        const ids = new Set(slice.components.map(({ id }) => id));
        const inside = slice.dependencies.filter(
          ({ from, to }) =>
            ids.has(from) &&
            ids.has(to) &&
            visible.elementOf(from) === visible.elementOf(to) &&
            visible.elementOf(from) !== from,
        );
        const outside = slice.dependencies.filter(({ from, to }) => !ids.has(from) || !ids.has(to));
        const bundled = bundles.flatMap((bundle) => bundle.dependencies);
        expect(dependencies.length + bundled.length + inside.length + outside.length).toBe(
          slice.dependencies.length,
        );
        for (const { from, to, dependencies: held } of bundles) {
          expect(onMap.has(from) && onMap.has(to)).toBe(true);
          for (const one of held)
            expect([visible.elementOf(one.from), visible.elementOf(one.to)]).toEqual([from, to]);
        }
      }),
    );
  });

  it('stands every component in the groups of its values, each under an id of its own', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const { groups, pathOf } = visibleGraph(slice, { grouping: ['environment', 'owner'] });
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
        for (const { id, environment, owner } of slice.components) {
          const [outer, inner] = pathOf(id).map((path) => groups.find((group) => group.id === path));
          expect(outer?.name).toBe(environment);
          expect(inner?.name).toBe(owner === null ? 'no owner' : owner);
          expect(inner?.members.every((member) => member.owner === owner)).toBe(true);
        }
      }),
    );
  });

  it('opens within the budget, what matters most first', () => {
    const quiet = Array.from({ length: 10 }, (_, index) => component(`q${index}`, { owner: 'quiet' }));
    const loud = Array.from({ length: 10 }, (_, index) =>
      component(`l${index}`, { owner: 'loud', findings: { error: 1, warning: 0, info: 0 } }),
    );
    const slice = { components: [...quiet, ...loud], dependencies: [] };
    const openIn = (budget: number) =>
      visibleGraph(slice, { grouping: ['owner'], budget }).groups.flatMap((group) =>
        group.isOpen ? group.name : [],
      );
    expect(openIn(5)).toEqual([]);
    expect(openIn(12)).toEqual(['loud']);
    expect(openIn(20)).toEqual(['loud', 'quiet']);
  });

  it('counts recent changes and the blast radius, too', () => {
    const old = component('old', { owner: 'a', changedAt: '2026-01-01T00:00:00Z' });
    const other = component('other', { owner: 'a' });
    const recent = component('recent', { owner: 'b', changedAt: '2026-03-01T00:00:00Z' });
    const last = component('last', { owner: 'b' });
    const openIn = (dependencies: { from: typeof old.id; to: typeof old.id }[]) =>
      visibleGraph(
        { components: [old, other, recent, last], dependencies },
        { grouping: ['owner'], budget: 3 },
      ).groups.flatMap((group) => (group.isOpen ? group.name : []));
    expect(openIn([])).toEqual(['b']);
    expect(openIn([other, recent, last].map(({ id }) => ({ from: id, to: old.id })))).toEqual(['a']);
  });

  it('opens exactly what it is told to, and rolls up what is shut', () => {
    const components = [
      component('a', { owner: 'web', status: 'missing', findings: { error: 1, warning: 2, info: 0 } }),
      component('b', { owner: 'web', findings: { error: 0, warning: 1, info: 3 } }),
      component('c', { owner: 'data' }),
    ] as const;
    const [a, b, c] = components;
    const dependencies = [
      { from: a.id, to: c.id },
      { from: b.id, to: c.id },
      { from: a.id, to: b.id },
    ];
    const visible = visibleGraph(
      { components, dependencies },
      { grouping: ['owner'], opening: { open: new Set(['group:data'] as const) } },
    );
    expect(visible.groups).toMatchObject([
      { id: 'group:data', isOpen: true, hidden: 0 },
      {
        id: 'group:web',
        isOpen: false,
        hidden: 2,
        status: 'missing',
        findings: { error: 1, warning: 3, info: 3 },
      },
    ]);
    expect(visible.components).toEqual([c]);
    expect(visible.pathOf(c.id)).toEqual(['group:data']);
    expect(visible.bundles).toEqual([
      { from: 'group:web', to: c.id, dependencies: dependencies.slice(0, 2) },
    ]);

    const apart = visibleGraph(
      { components, dependencies },
      { grouping: ['owner'], opening: { open: new Set() }, present: [a.id] },
    );
    expect(apart.components).toEqual([a]);
    expect(apart.apart).toEqual([a.id]);
    expect(apart.elementOf(b.id)).toBe('group:web');
    expect(apart.bundles.map(({ from, to }) => [from, to])).toEqual([
      [a.id, 'group:data'],
      ['group:web', 'group:data'],
      [a.id, 'group:web'],
    ]);
  });

  it('leaves a small slice whole', () => {
    const slice = { components: [component('a', { owner: 'x' }), component('b')], dependencies: [] };
    expect(visibleGraph(slice)).toMatchObject({ grouping: [], groups: [], hidden: 0 });
  });
});
