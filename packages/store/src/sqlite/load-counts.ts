import type { Topology } from '@karma/core';
import { z } from 'zod';
import { SummaryCounts } from '../summary-counts';
import { VISIBLE } from './read-versions';
import type { Sql } from './sql';

const componentRow = z.object({
  environment: z.string(),
  type: z.string(),
  status: z.string(),
  owner: z.string().nullable(),
  count: z.number(),
});

const findingRow = z.object({
  environment: z.string(),
  kind: z.string(),
  severity: z.string(),
  count: z.number(),
});

/** Counts at a revision, from covering indexes and the topology there. */
export function loadCounts(sql: Sql, number: number, topology: Topology): SummaryCounts {
  const counts = new SummaryCounts();
  const components = sql.all(
    `SELECT environment, type, status, owner, count(*) AS count FROM component WHERE ${VISIBLE}
     GROUP BY environment, type, status, owner`,
    componentRow,
    [number, number],
  );
  for (const row of components) counts.countComponent(row, row.count);
  const findings = sql.all(
    `SELECT environment, kind, severity, count(*) AS count FROM finding WHERE ${VISIBLE}
     GROUP BY environment, kind, severity`,
    findingRow,
    [number, number],
  );
  for (const row of findings) counts.countFinding(row, row.count);
  for (const id of topology.ids())
    counts.countDependencies(id, topology.upstream(topology.ordinal(id) ?? -1).length);
  return counts;
}
