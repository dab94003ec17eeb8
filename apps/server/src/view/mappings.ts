import {
  type Component,
  type ComponentId,
  type Dependency,
  explainEvidence,
  type Finding,
  type Revision,
} from '@karma/core';
import { componentToRow, type QueryRow } from '@karma/query';
import type { Head, RevisionSummary } from '@karma/store';
import type { z } from 'zod';
import type {
  cardSchema,
  dependencySchema,
  edgeSchema,
  findingSchema,
  headSchema,
  revisionSummarySchema,
} from '../api/schemas/common';
import type { revisionSchema } from '../api/schemas/history';
import { NO_FINDINGS } from '../graph-index/finding-counts';
import type { View } from './views';

export type Card = z.infer<typeof cardSchema>;
export type Edge = z.infer<typeof edgeSchema>;

/** @param at milliseconds since 1970 */
export const isoTime = (at: number | null) => (at === null ? null : new Date(at).toISOString());

type Names = Pick<View, 'findings' | 'placementName'>;

export function componentToCard(component: Component, { findings, placementName }: Names): Card {
  return rowToCard(componentToRow(component, [], placementName), findings(component.id));
}

export function rowToCard(row: QueryRow, findings: Card['findings']): Card {
  const { id, environment, type, nickname, status, owner, tags, abstract, placements, changedAt } = row;
  return {
    id,
    environment,
    type,
    nickname,
    status,
    owner,
    tags,
    abstract,
    findings,
    placements: placements.map(({ name }) => name),
    changedAt: isoTime(changedAt),
  };
}

/** Cards of those that exist, in the order of the ids. */
export async function cardsOf(view: View, ids: readonly ComponentId[]): Promise<Card[]> {
  const components = await view.reader.components(ids);
  const byId = new Map(components.map((component) => [component.id, component]));
  return ids.flatMap((id) => {
    const component = byId.get(id);
    return component ? [componentToCard(component, view)] : [];
  });
}

export function dependencyToEdge({ from, to, confidence, ambiguous }: Dependency): Edge {
  return { from, to, confidence, ambiguous };
}

export function dependencyToDetail(dependency: Dependency): z.infer<typeof dependencySchema> {
  return {
    ...dependencyToEdge(dependency),
    consumes: copyConsumes(dependency.consumes),
    evidence: dependency.evidence.map((evidence) => ({
      ...evidence,
      consumes: copyConsumes(evidence.consumes),
      words: explainEvidence(evidence, dependency),
    })),
  };
}

function copyConsumes(consumes: Dependency['consumes']): 'all' | string[] {
  return consumes === 'all' ? consumes : [...consumes];
}

export function headToAnswer({ generation, revision, key }: Head): z.infer<typeof headSchema> {
  return { generation, revision, key };
}

export function summaryToAnswer(summary: RevisionSummary): z.infer<typeof revisionSummarySchema> {
  return { ...summary, touched: [...summary.touched] };
}

export function findingToAnswer(finding: Finding): z.infer<typeof findingSchema> {
  return { ...finding, comparisons: [...finding.comparisons] };
}

/** Change sets say neither what was wrong then nor what placements are called. */
const PLAIN: Names = { findings: () => NO_FINDINGS, placementName: (id) => id };

type RevisionChanges = Pick<z.infer<typeof revisionSchema>, 'components' | 'dependencies' | 'findings'>;

export function revisionToChanges({ changes }: Revision): RevisionChanges {
  const cardOf = (component: Component | null) => component && componentToCard(component, PLAIN);
  const edgeOf = (dependency: Dependency | null) => dependency && dependencyToEdge(dependency);
  return {
    components: changes.components.map(({ before, after }) => ({
      before: cardOf(before),
      after: cardOf(after),
    })),
    dependencies: changes.dependencies.map(({ before, after }) => ({
      before: edgeOf(before),
      after: edgeOf(after),
    })),
    findings: changes.findings.map(({ before, after }) => ({
      before: before && findingToAnswer(before),
      after: after && findingToAnswer(after),
    })),
  };
}
