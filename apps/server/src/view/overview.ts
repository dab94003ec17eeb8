import { type ComponentId, componentName, SEVERITIES } from '@karma/core';
import type { EnvironmentSummary, Store } from '@karma/store';
import type { z } from 'zod';
import type { overviewSchema } from '../api/schemas/overview';
import { findingToAnswer, headToAnswer, summaryToAnswer } from './mappings';
import type { View } from './views';

const LATEST = 8;
const TOP_FINDINGS = 8;

type Overview = z.infer<typeof overviewSchema>;

/** The opening view; the environment with the most findings stands first. */
export async function overview(store: Store, view: View): Promise<Overview> {
  const environments = [...(await view.reader.summary())].sort(
    (a, b) => countFindings(b) - countFindings(a) || (a.environment < b.environment ? -1 : 1),
  );
  const [opening] = environments;
  const findings = opening ? await view.reader.findings({ environment: opening.environment }) : [];
  const latest = await store.log.revisions({ limit: LATEST });
  return {
    head: headToAnswer(view.reader.head),
    environments: environments.map((environment) => ({
      ...environment,
      byStatus: { ...environment.byStatus },
      byType: { ...environment.byType },
      bySeverity: { ...environment.bySeverity },
      byFinding: { ...environment.byFinding },
      owners: { ...environment.owners },
    })),
    latest: latest.map(summaryToAnswer),
    topFindings: [...findings]
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
      .slice(0, TOP_FINDINGS)
      .map(findingToAnswer),
    questions: await questions(view, opening?.largestImpact?.id),
  };
}

function countFindings({ bySeverity }: EnvironmentSummary): number {
  return Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
}

/** Three ways into the graph, about the hub of the opening view and the component farthest from it. */
async function questions({ reader }: View, hub: ComponentId | undefined): Promise<Overview['questions']> {
  if (hub === undefined) return [];
  const { items } = await reader.lineage({ id: hub, direction: 'downstream', depth: 100, limit: 5000 });
  const far = items.at(-1)?.id ?? hub;
  const name = (id: ComponentId) => componentName(id).nickname;
  return [
    { kind: 'trace', text: `What does ${name(far)} need to run?`, ids: [far] },
    { kind: 'impact', text: `What breaks if ${name(hub)} changes?`, ids: [hub] },
    { kind: 'path', text: `How is ${name(far)} connected to ${name(hub)}?`, ids: [far, hub] },
  ];
}
