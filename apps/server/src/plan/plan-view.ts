import type { Change, Component, Dependency, Plan } from '@karma/core';
import type { Head } from '@karma/store';
import type { z } from 'zod';
import type { planSchema } from '../api/plan-schemas';
import { NO_FINDINGS } from '../graph-index/graph-index';
import { componentToCard, dependencyToEdge, headToAnswer } from '../view/mappings';
import type { View } from '../view/views';

const MAX_ITEMS = 1000;
const MAX_CHANGES = 2000;

export type PlanView = z.infer<typeof planSchema>;

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** A plan as the API gives it: bounded lists with whole totals. */
export function planToView(plan: Plan, head: Head, placementName: View['placementName']): PlanView {
  const { changes, components, findings, impact, risk } = plan;
  const cardOf = (component: Component | null) =>
    component && componentToCard(component, { findings: () => NO_FINDINGS, placementName });
  const edgeOf = (dependency: Dependency | null) => dependency && dependencyToEdge(dependency);
  const mapped = <V, W>(list: readonly Change<V>[], map: (value: V | null) => W | null) =>
    list.slice(0, MAX_CHANGES).map(({ before, after }) => ({ before: map(before), after: map(after) }));
  const items = impact.items.slice(0, MAX_ITEMS);
  const shown = new Set([...components, ...items].map(({ id }) => id));
  return {
    head: headToAnswer(head),
    components: components.map(({ fields, outputs, ...component }) => ({
      ...component,
      outputs: outputs === 'unknown' ? outputs : [...outputs],
      fields: fields.map(({ pointer, before, after }) => ({
        pointer,
        before: jsonOf(before),
        after: jsonOf(after),
      })),
    })),
    changes: {
      components: mapped(changes.components, cardOf),
      dependencies: mapped(changes.dependencies, edgeOf),
    },
    impact: {
      ...impact,
      rings: [...impact.rings],
      items,
      waves: impact.waves.map((wave) => wave.filter((id) => shown.has(id))),
      notAffected: impact.notAffected.slice(0, MAX_ITEMS),
      notAffectedTotal: impact.notAffected.length,
    },
    findings: [...findings],
    risk: { ...risk, factors: [...risk.factors] },
  };
}
