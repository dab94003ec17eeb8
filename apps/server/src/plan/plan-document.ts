import { type Component, type ComponentId, type Dependency, dependencyKey, type Plan } from '@karma/core';
import type { Present } from '@karma/ingest';
import type { PlanDocument } from '@karma/render';
import { FindingCounter, findingsOf } from '../graph-index/finding-counts';

/** More are not drawn. */
const MAX_DRAWN = 60;

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/**
 * A plan as a document: its components with the nearest that it affects as a picture.
 * @param link where it can be looked at.
 */
export function planToDocument(
  plan: Plan,
  { built }: Pick<Present, 'built'>,
  link: string | null = null,
): PlanDocument {
  const findings = new FindingCounter(findingsOf(built.graph)).apply(plan.changes);
  const components = new Map<ComponentId, Component>();
  const changed = new Map(
    plan.changes.components.flatMap(({ before, after }) => {
      const component = after ?? before;
      return component ? [[component.id, component] as const] : [];
    }),
  );
  // In the order of what matters: the edited ones, then the nearest.
  for (const { id } of [...plan.components, ...plan.impact.items]) {
    const component = changed.get(id) ?? built.graph.components.get(id);
    if (component) components.set(id, component);
  }
  const dependencies = dependenciesAmong([...components.keys()].slice(0, MAX_DRAWN), plan, built);
  return {
    ...plan,
    components: plan.components.map(({ fields, ...component }) => ({
      ...component,
      fields: fields.map(({ pointer, before, after }) => ({
        pointer,
        before: jsonOf(before),
        after: jsonOf(after),
      })),
    })),
    picture: {
      components: [...components.values()].map((component) => ({
        ...component,
        findings: findings.get(component.id),
      })),
      dependencies,
    },
    link,
  };
}

/** Dependencies as they are after the change. */
function dependenciesAmong(
  ids: readonly ComponentId[],
  { changes }: Plan,
  { graph }: Present['built'],
): Dependency[] {
  const changed = new Map(
    changes.dependencies.flatMap(({ before, after }) => {
      const ends = after ?? before;
      return ends ? [[dependencyKey(ends.from, ends.to), after] as const] : [];
    }),
  );
  return ids.flatMap((from) =>
    ids.flatMap((to) => {
      const key = dependencyKey(from, to);
      const dependency = changed.has(key) ? changed.get(key) : graph.dependencies.get(key);
      return dependency ?? [];
    }),
  );
}
