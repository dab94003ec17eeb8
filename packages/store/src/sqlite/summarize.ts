import { largestImpact, type Topology } from '@karma/core';
import { z } from 'zod';
import { environmentOf } from '../order';
import type { EnvironmentSummary } from '../ports';
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

/** Counts by environment at a revision, from covering indexes; sorted by the environment's name. */
export function summarizeEnvironments(sql: Sql, number: number, topology: Topology): EnvironmentSummary[] {
  const components = sql.all(
    `SELECT environment, type, status, owner, count(*) AS count FROM component WHERE ${VISIBLE}
     GROUP BY environment, type, status, owner`,
    componentRow,
    [number, number],
  );
  const findings = sql.all(
    `SELECT environment, kind, severity, count(*) AS count FROM finding WHERE ${VISIBLE}
     GROUP BY environment, kind, severity`,
    findingRow,
    [number, number],
  );
  const dependencies = countDependencies(topology);
  const largest = largestImpact(topology, environmentOf);
  const environments = new Set([...components, ...findings].map(({ environment }) => environment));
  return [...environments].sort().map((environment) => {
    const own = components.filter((row) => row.environment === environment);
    const found = findings.filter((row) => row.environment === environment);
    return {
      environment,
      components: own.reduce((sum, { count }) => sum + count, 0),
      dependencies: dependencies.get(environment) ?? 0,
      byStatus: tally(own, ({ status }) => status),
      byType: tally(own, ({ type }) => type),
      bySeverity: tally(found, ({ severity }) => severity),
      byFinding: tally(found, ({ kind }) => kind),
      owners: tally(own, ({ owner }) => owner),
      largestImpact: largest.get(environment) ?? null,
    };
  });
}

/** By environment of the consumer. */
function countDependencies(topology: Topology): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of topology.ids()) {
    const environment = environmentOf(id);
    const providers = topology.upstream(topology.ordinal(id) ?? -1).length;
    counts.set(environment, (counts.get(environment) ?? 0) + providers);
  }
  return counts;
}

function tally<Row extends { readonly count: number }>(
  rows: readonly Row[],
  wordOf: (row: Row) => string | null,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const word = wordOf(row);
    if (word !== null) counts[word] = (counts[word] ?? 0) + row.count;
  }
  return counts;
}
