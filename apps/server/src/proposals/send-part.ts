import { configPath } from '@karma/editor';
import { branchName, type ProposalRequest, UnopenedError } from '@karma/forge';
import type { ForgePart } from './draft-parts';
import { freeBranch, openPartAt, type Proposal, type SentPart } from './proposal-record';

/** A part, and the branch that it is sent as. */
export interface OutgoingPart extends ForgePart {
  readonly branch: string;
  /** What was sent of it before, and is open still. */
  readonly before: SentPart | undefined;
}

/** @param known what was sent of the draft before. */
export function outgoingParts(
  parts: readonly ForgePart[],
  draft: { readonly name: string; readonly id: string },
  known: Proposal | undefined,
): OutgoingPart[] {
  const branch = branchName(draft.name, draft.id);
  return parts.map((part) => {
    const before = known && openPartAt(known, part.place);
    return { ...part, before, branch: before?.branch ?? freeBranch(branch, part, known) };
  });
}

export interface SentOrUnopened {
  readonly sent: SentPart;
  /** The branch is there, and its pull request is not. */
  readonly unopened: UnopenedError | null;
}

/** Sends one part to its forge. @throws ForgeError when not even the branch could be written. */
export async function sendPart(
  { forge, place, tip, environments, files, branch, before }: OutgoingPart,
  request: Pick<ProposalRequest, 'title' | 'body' | 'author' | 'draft'>,
): Promise<SentOrUnopened> {
  const part = {
    repository: place.repository,
    base: place.branch,
    branch,
    environments: [...environments],
    state: 'open' as const,
    canMerge: forge.kind === 'local',
  };
  try {
    const sent = await forge.send({
      ...request,
      base: { branch: place.branch, commit: tip },
      branch,
      files: files.map(({ id, after }) => ({ path: configPath(id), text: after })),
      previous: before?.commit ?? null,
    });
    return { sent: { ...part, ...sent }, unopened: null };
  } catch (error) {
    if (!(error instanceof UnopenedError)) throw error;
    return { sent: { ...part, commit: error.commit, number: null, url: null }, unopened: error };
  }
}
