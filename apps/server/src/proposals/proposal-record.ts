import {
  type ComponentId,
  compareText,
  type Plan,
  type ProposedComponent,
  placementsBefore,
} from '@karma/core';
import type { Present } from '@karma/ingest';
import type { StoredRecord } from '@karma/store';
import type { z } from 'zod';
import { proposalSchema, type sentPartSchema } from '../api/schemas/proposals';
import type { Place } from '../root/resolve-environments';
import type { DraftPart } from './parts-of';

export type Proposal = z.infer<typeof proposalSchema>;
export type SentPart = z.infer<typeof sentPartSchema>;
/** What tells the parts of a proposal apart: two repositories may have branches of the same name. */
export type PartName = Pick<SentPart, 'repository' | 'branch'>;

/** What Records keep of a proposal. */
export const proposalContentSchema = proposalSchema.omit({ id: true, version: true });
export type ProposalContent = z.infer<typeof proposalContentSchema>;

export function recordToProposal({ id, version, body }: StoredRecord): Proposal {
  return { id, version, ...proposalContentSchema.parse(body) };
}

/** The order of lists, in which no two proposals have the same place. */
export function latestFirst(a: Pick<Proposal, 'sentAt' | 'id'>, b: Pick<Proposal, 'sentAt' | 'id'>): number {
  return compareText(b.sentAt, a.sentAt) || compareText(a.id, b.id);
}

/** Whether two parts are the same branch. */
export function isSamePart(one: PartName, other: PartName): boolean {
  return one.repository === other.repository && one.branch === other.branch;
}

/** What is open of a proposal for one branch of the config repo. */
export function openPartAt({ parts }: Proposal, { repository, branch }: Place): SentPart | undefined {
  return parts.find(
    (part) => part.state === 'open' && part.repository === repository && part.base === branch,
  );
}

/** Each branch of the repo has one of its own, and a draft that was merged and goes on gets another. */
export function freeBranch(
  branch: string,
  { place }: DraftPart<unknown>,
  known: Proposal | undefined,
): string {
  const words = place.branch
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const round =
    known?.parts.filter(
      ({ state, repository, base }) =>
        state !== 'open' && repository === place.repository && base === place.branch,
    ).length ?? 0;
  return [branch, words, ...(round > 0 ? [String(round + 1)] : [])].filter(Boolean).join('-');
}

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** What is kept of a plan: its figures, and what the progress is measured by. */
export function planToRecord(
  { components, impact, findings, risk }: Plan,
  present: Pick<Present, 'built'>,
): Proposal['plan'] {
  const ofLevel = (wanted: string) => findings.filter(({ level }) => level === wanted).length;
  return {
    affected: impact.total,
    blocking: ofLevel('blocking'),
    warnings: ofLevel('warning'),
    risk: { score: risk.score, level: risk.level },
    components: components.map(({ id, kind, fields }) => ({
      id,
      kind,
      fields: fields.map(({ pointer, before, after }) => ({
        pointer,
        before: jsonOf(before),
        after: jsonOf(after),
      })),
      placements: placementsBefore({ id, kind }, present),
    })),
    waves: impact.waves.map((wave) => [...wave]),
  };
}

const fromJson = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json));

/** The opposite, as far as it goes. */
export function recordToProposed({ plan: { components, waves } }: Proposal): {
  readonly components: readonly ProposedComponent[];
  readonly waves: readonly (readonly ComponentId[])[];
} {
  return {
    waves,
    components: components.map(({ fields, ...component }) => ({
      ...component,
      fields: fields.map(({ pointer, before, after }) => ({
        pointer,
        before: fromJson(before),
        after: fromJson(after),
      })),
    })),
  };
}
