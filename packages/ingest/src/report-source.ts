import { randomUUID } from 'node:crypto';
import {
  componentIdSchema,
  componentName,
  contentHash,
  type DeploymentReport,
  deploymentReportSchema,
  type Observation,
  type PlacementId,
  placementIdSchema,
  subjects,
} from '@karma/core';
import type { Source, SourceProblem } from '@karma/sources';
import type { Records } from '@karma/store';
import { z } from 'zod';

/** A deployment that somebody reports. */
const filedReportSchema = z.strictObject({
  component: componentIdSchema,
  placements: z.array(placementIdSchema).min(1),
  /** Who deployed it: a person, a pipeline. */
  actor: z.string().min(1).max(200).nullable(),
  report: deploymentReportSchema,
});
export interface FiledReport {
  readonly component: z.infer<typeof componentIdSchema>;
  readonly placements: readonly PlacementId[];
  readonly actor: string | null;
  readonly report: DeploymentReport;
}

/** Under this name reports are in the log. */
const REPORTS = 'reports';

const KIND = 'deployment-report';
const MOST = 1000;

/** Keeps a report where the next sync of any process finds it. */
export async function fileReport(records: Records, filed: FiledReport): Promise<void> {
  await records.put(KIND, randomUUID(), filedReportSchema.parse(filed), 0);
}

/**
 * Takes away a report that cannot be read.
 * @returns whether there was one: of those that can be read, the next sync takes care.
 */
export async function removeUnreadableReport(records: Records, id: string): Promise<boolean> {
  const record = await records.get(KIND, id);
  if (!record || filedReportSchema.safeParse(record.body).success) return false;
  await records.delete(KIND, id);
  return true;
}

const cursorSchema = z.array(z.string());

/**
 * The reports that were filed, as a source. What the cursor names is in the log, and is then taken out of the records,
 * so that nothing is lost or told twice, whichever process files and whichever syncs.
 */
export function createReportSource(records: Records, clock: () => Date): Source {
  let told = '[]';
  return {
    name: REPORTS,
    position: () => null,
    async *observe(cursor) {
      const taken = new Set(cursor === undefined ? [] : cursorSchema.parse(JSON.parse(cursor)));
      const observedAt = clock().toISOString();
      const contents = new Map<string, string>();
      const observations: Observation[] = [];
      const problems: SourceProblem[] = [];
      for (const { id, body } of await records.list(KIND, { limit: MOST })) {
        if (taken.has(id)) {
          await records.delete(KIND, id);
          continue;
        }
        const filed = filedReportSchema.safeParse(body);
        if (!filed.success) {
          problems.push(unreadable(id, filed.error));
          continue;
        }
        const { component, placements, actor, report } = filed.data;
        const { type, nickname } = componentName(component);
        const content = JSON.stringify(report);
        const hash = contentHash(content);
        contents.set(hash, content);
        observations.push({
          source: REPORTS,
          key: `report:${id}`,
          actor,
          at: new Date(report.at).toISOString(),
          message: report.version === null ? '' : `Deployed ${report.version}`,
          observedAt,
          changes: placements.map((placement) => ({
            subject: subjects.report(placement, type, nickname),
            hash,
          })),
        });
      }
      const telling = JSON.stringify(problems);
      if (observations.length === 0 && telling === told) return;
      told = telling;
      observations.sort((a, b) => (a.at < b.at ? -1 : 1));
      const cursorAfter = JSON.stringify(observations.map(({ key }) => key.slice('report:'.length)));
      yield { observations, contents, cursor: cursorAfter, total: observations.length, problems };
    },
  };
}

/** It stays where it is: a version of Karma that knows more may be able to read it. */
function unreadable(id: string, { issues: [issue] }: z.ZodError): SourceProblem {
  return {
    file: `${KIND}/${id}`,
    line: null,
    reason: `This report of a deployment cannot be read: ${issue?.path.join('.')}: ${issue?.message}.`,
    remedy: `Bring all processes of Karma to one version; if that does not help, take it away with karma report remove ${id}, and report the deployment again.`,
  };
}
