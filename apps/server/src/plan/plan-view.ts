import type { Component, Dependency, Plan } from '@karma/core';
import type { Present } from '@karma/ingest';
import type { z } from 'zod';
import type { planSchema } from '../api/schemas/plan';
import { FindingCounter, findingsOf } from '../graph-index/finding-counts';
import { componentToCard, dependencyToEdge, headToAnswer } from '../view/mappings';
import type { View } from '../view/views';

const MAX_ITEMS = 1000;
const MAX_CHANGES = 2000;

export type PlanView = z.infer<typeof planSchema>;

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** A plan as the API gives it: bounded lists with whole totals; cards count the findings of their side. */
export function planToView(
  plan: Plan,
  { head, built }: Pick<Present, 'head' | 'built'>,
  placementName: View['placementName'],
): PlanView {
  const { changes, components, findings, impact, risk } = plan;
  const before = findingsOf(built.graph);
  const after = new FindingCounter(before).apply(changes);
  const cardOf = (component: Component | null, counter: FindingCounter) =>
    component && componentToCard(component, { findings: (id) => counter.get(id), placementName });
  const edgeOf = (dependency: Dependency | null) => dependency && dependencyToEdge(dependency);
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
      components: changes.components.slice(0, MAX_CHANGES).map((change) => ({
        before: cardOf(change.before, before),
        after: cardOf(change.after, after),
      })),
      dependencies: changes.dependencies.slice(0, MAX_CHANGES).map((change) => ({
        before: edgeOf(change.before),
        after: edgeOf(change.after),
      })),
    },
    impact: impactToView(impact, components),
    findings: [...findings],
    risk: { ...risk, factors: [...risk.factors] },
  };
}

/** A blast radius as the API gives it; `starts` is what is edited. */
export function impactToView(
  impact: Plan['impact'],
  starts: readonly Pick<Component, 'id'>[],
): PlanView['impact'] {
  const items = impact.items.slice(0, MAX_ITEMS);
  const shown = new Set([...starts, ...items].map(({ id }) => id));
  return {
    ...impact,
    rings: [...impact.rings],
    items,
    waves: impact.waves.map((wave) => wave.filter((id) => shown.has(id))),
    notAffected: impact.notAffected.slice(0, MAX_ITEMS),
    notAffectedTotal: impact.notAffected.length,
  };
}
