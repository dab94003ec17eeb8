import { type ComponentId, type ProposalProgress, progressOf } from '@karma/core';
import { ForgeError, MovedBaseError } from '@karma/forge';
import type { Records } from '@karma/store';
import type { z } from 'zod';
import type { proposalsInputSchema, proposalTargetSchema } from '../api/schemas/proposals';
import { NotFoundError } from '../view/not-found-error';
import { KeptProposals } from './kept-proposals';
import { partsOf } from './parts-of';
import {
  isSamePart,
  latestFirst,
  type PartName,
  type Proposal,
  recordToProposed,
  type SentPart,
} from './proposal-record';
import { type SendInput, type SendOptions, type SendResult, sendDraft } from './send-draft';

type Target = z.infer<typeof proposalTargetSchema>;
type ListInput = z.infer<typeof proposalsInputSchema>;

export interface ProposalsOptions extends Omit<SendOptions, 'kept'> {
  readonly records: Records;
}

/** How often a base may move while we send; then somebody should look. */
const ATTEMPTS = 3;

/** Drafts that were sent out. */
export class Proposals {
  readonly #options: SendOptions;
  readonly #kept: KeptProposals;
  /** What forges last said instead of an answer, by proposal. */
  readonly #troubles = new Map<string, string>();

  constructor({ records, ...options }: ProposalsOptions) {
    this.#kept = new KeptProposals(records);
    this.#options = { ...options, kept: this.#kept };
  }

  /** The latest, the latest first; of those that come after `before` in that order, where it is given. */
  async list({ before, limit }: ListInput): Promise<Proposal[]> {
    const all = await this.#kept.all();
    return all.filter((each) => before === undefined || latestFirst(before, each) < 0).slice(0, limit);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Proposal> {
    const proposal = await this.#kept.find(id);
    if (!proposal || proposal.parts.length === 0) throw new NotFoundError(`There is no proposal ${id}.`);
    return proposal;
  }

  /** Where a draft that touches these components goes. @throws ForgeError */
  targets(ids: readonly ComponentId[]): Promise<Target[]> {
    const parts = partsOf(
      ids.map((id) => ({ id })),
      this.#options.environments(),
    );
    return Promise.all(
      parts.map(async ({ place, environments, files }) => ({
        repository: place.repository,
        base: place.branch,
        environments: [...environments],
        ids: files.map(({ id }) => id),
        canMerge: (await this.#options.forgeOf(place.repository)).kind === 'local',
      })),
    );
  }

  /**
   * Sends a draft out, or brings what was sent of it up to date: one branch and pull request for each branch of the
   * config repo that it touches. Where the repo moved on, the draft is brought up to date first.
   * @throws ForgeError; the draft is the caller's, and nothing of it is lost. SentElsewhereError, one of them, when it
   *   was sent at the same time.
   */
  async send(input: SendInput): Promise<SendResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        // What was merged or closed meanwhile is not to be written to again.
        const known = await this.#kept.find(input.draft.id);
        return await sendDraft(input, known && (await this.#refreshed(known)), this.#options);
      } catch (error) {
        if (!(error instanceof MovedBaseError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /**
   * Merges the part on this branch of this repository, where Karma may; one that is merged already stays so.
   * @throws NotFoundError, ForgeError, ConflictError
   */
  async merge(id: string, wanted: PartName): Promise<Proposal> {
    const { author, forgeOf } = this.#options;
    const proposal = await this.get(id);
    const { repository, branch } = wanted;
    if (!proposal.parts.some((part) => isSamePart(part, wanted)))
      throw new NotFoundError(`The proposal ${id} has no branch ${branch} in ${repository}.`);
    return this.#update(proposal, async (part) => {
      if (!isSamePart(part, wanted) || part.state === 'merged') return part;
      if (part.state === 'closed')
        throw new ForgeError('invalid', `${branch} was closed. Send the draft again to get another branch.`);
      const forge = await forgeOf(part.repository);
      const base = { branch: part.base, commit: '' };
      await forge.merge(part, { base, branch, title: proposal.title, author });
      return { ...part, state: 'merged' };
    });
  }

  /** Ids of those of which something is still open. */
  async open(): Promise<string[]> {
    const all = await this.#kept.all();
    return all.flatMap(({ id, parts }) => (parts.some(({ state }) => state === 'open') ? [id] : []));
  }

  /** Asks the forges what became of it. @throws NotFoundError, ForgeError, ConflictError */
  async refresh(id: string): Promise<Proposal> {
    return this.#refreshed(await this.get(id));
  }

  /** How far it has come by what the sources say, and why its forge could not be asked the last time, if so. */
  async detail(
    proposal: Proposal,
  ): Promise<Proposal & { readonly progress: ProposalProgress; readonly trouble: string | null }> {
    const proposed = recordToProposed(proposal);
    const progress = await this.#options.present.ask((now) => progressOf({ ...proposed, ...now }));
    return { ...proposal, progress, trouble: this.#troubles.get(proposal.id) ?? null };
  }

  async #refreshed(known: Proposal): Promise<Proposal> {
    try {
      const proposal = await this.#update(known, async (part) => {
        if (part.state !== 'open') return part;
        const forge = await this.#options.forgeOf(part.repository);
        const base = { branch: part.base, commit: '' };
        const { state } = await forge.stateOf(part, { base, branch: part.branch });
        return { ...part, state };
      });
      this.#troubles.delete(known.id);
      return proposal;
    } catch (error) {
      if (error instanceof ForgeError) this.#troubles.set(known.id, error.message);
      throw error;
    }
  }

  async #update(proposal: Proposal, change: (part: SentPart) => Promise<SentPart>): Promise<Proposal> {
    const parts: SentPart[] = [];
    for (const part of proposal.parts) parts.push(await change(part));
    if (parts.every((part, index) => part.state === proposal.parts[index]?.state)) return proposal;
    return this.#kept.put(proposal.id, { ...proposal, parts }, proposal.version);
  }
}
