import { plan } from '@karma/core';
import { type Collision, configPath, type Draft, draftFiles, rebase } from '@karma/editor';
import { type Forge, ForgeError, SentElsewhereError } from '@karma/forge';
import type { PresentWorld } from '@karma/ingest';
import { ConflictError } from '@karma/store';
import type { z } from 'zod';
import type { sendInputSchema } from '../api/schemas/proposals';
import { draftEdits } from '../plan/draft-edits';
import { planToDocument } from '../plan/plan-document';
import type { ResolvedEnvironment } from '../root/resolve-environments';
import { forgeParts, textsAtTips, withFiles } from './draft-parts';
import type { KeptProposals } from './kept-proposals';
import { type OtherPart, proposalBody } from './proposal-body';
import {
  isSamePart,
  type Proposal,
  type ProposalContent,
  planToRecord,
  type SentPart,
} from './proposal-record';
import { type OutgoingPart, outgoingParts, sendPart } from './send-part';

export interface SendOptions {
  readonly kept: KeptProposals;
  readonly present: PresentWorld;
  readonly environments: () => readonly ResolvedEnvironment[];
  readonly forgeOf: (repository: string) => Promise<Forge>;
  /** Who acts through this server; `null` where that is not known. */
  readonly author: { readonly name: string; readonly email: string } | null;
}

export type SendInput = z.infer<typeof sendInputSchema>;
export type SendResult =
  | { readonly kind: 'sent'; readonly proposal: Proposal }
  | { readonly kind: 'collided'; readonly draft: Draft; readonly collisions: readonly Collision[] };

/**
 * Sends a draft out on the bases as they are now: one branch and pull request for each branch that it touches.
 * @param known what was sent of it before, as the forges have it now.
 * @throws MovedBaseError when a base moved meanwhile; SentElsewhereError; ForgeError.
 */
export async function sendDraft(
  { draft, title, summary, link }: SendInput,
  known: Proposal | undefined,
  options: SendOptions,
): Promise<SendResult> {
  const { kept, present, environments, forgeOf, author } = options;
  const touched = await forgeParts(draft, environments(), forgeOf);
  const texts = await textsAtTips(touched);
  const moved = rebase(draft, (id) => texts.get(configPath(id)) ?? null);
  if (moved.collisions.length > 0) return { kind: 'collided', ...moved };
  const files = draftFiles(moved.draft);
  if (files.length === 0)
    throw new ForgeError('invalid', 'The draft changes nothing that the config repo does not have already.');
  const edits = draftEdits(files.map(({ id, after }) => ({ id, text: after })));
  const planned = await present.ask((now) => {
    const found = plan({ ...now, edits });
    return { document: planToDocument(found, now, link), record: planToRecord(found, now) };
  });
  const content = {
    title,
    summary,
    author: author?.name ?? null,
    sentAt: new Date().toISOString(),
    draft: moved.draft,
    plan: planned.record,
  };
  const outgoing = outgoingParts(withFiles(touched, files), draft, known);
  const body = ({ place }: OutgoingPart, others: readonly OtherPart[]) =>
    proposalBody({ summary, plan: planned.document, repository: place.repository, others });
  const proposal = await sendParts(outgoing, { content, body, known, kept, author });
  return { kind: 'sent', proposal };
}

interface Sending {
  readonly content: Omit<ProposalContent, 'parts'>;
  readonly body: (part: OutgoingPart, others: readonly OtherPart[]) => string;
  readonly known: Proposal | undefined;
  readonly kept: KeptProposals;
  readonly author: SendOptions['author'];
}

async function sendParts(
  outgoing: readonly OutgoingPart[],
  { content, body, known, kept, author }: Sending,
): Promise<Proposal> {
  const { draft, title } = content;
  const put = (next: ProposalContent, version: number) =>
    kept.put(draft.id, next, version).catch((error: unknown) => {
      throw error instanceof ConflictError ? new SentElsewhereError({ cause: error }) : error;
    });
  // A claim, before anything is written: of two who send at the same time only one gets on.
  let proposal = await put(known ?? { ...content, parts: [] }, known?.version ?? 0);
  const request = { title, author, draft: { id: draft.id, attempt: proposal.version } };
  const parts: SentPart[] = [];
  for (const part of outgoing) {
    const others = outgoing.filter((other) => other !== part).map(outgoingToOther);
    const { sent, unopened } = await sendPart(part, { ...request, body: body(part, others) });
    parts.push(sent);
    // What was closed, and what is open still and no longer touched by this draft, stays in sight.
    const rest = (known?.parts ?? []).filter((other) => !parts.some((one) => isSamePart(one, other)));
    // At once: what fails from here on, the next attempt finds this branch as one of ours.
    proposal = await put({ ...content, parts: [...parts, ...rest] }, proposal.version);
    if (unopened) throw unopened;
  }
  // Only now all of them have an address.
  if (parts.length > 1)
    for (const [index, part] of outgoing.entries()) {
      const [sent, others] = [parts[index], parts.filter((_, other) => other !== index)];
      if (sent) await part.forge.describe(sent, { title, body: body(part, others) });
    }
  return proposal;
}

const outgoingToOther = ({ before, branch, place }: OutgoingPart): OtherPart => ({
  url: before?.url ?? null,
  repository: place.repository,
  branch,
  base: place.branch,
});
