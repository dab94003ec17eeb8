import { type ComponentId, type ProposalProgress, plan, progressOf } from '@karma/core';
import { type Collision, configPath, type Draft, type DraftFile, draftFiles, rebase } from '@karma/editor';
import { branchName, type Forge, ForgeError, MovedBaseError, UnopenedError } from '@karma/forge';
import type { PresentWorld } from '@karma/ingest';
import type { PlanDocument } from '@karma/render';
import type { Records } from '@karma/store';
import type { z } from 'zod';
import type { proposalTargetSchema, sendInputSchema, sentPartSchema } from '../api/schemas/proposals';
import { draftEdits } from '../plan/draft-edits';
import { planToDocument } from '../plan/plan-document';
import type { ResolvedEnvironment } from '../root/resolve-environments';
import { NotFoundError } from '../view/not-found-error';
import { type DraftPart, partsOf } from './parts-of';
import { proposalBody } from './proposal-body';
import {
  freeBranch,
  type Proposal,
  planToRecord,
  type proposalBodySchema,
  recordToProposal,
  recordToProposed,
} from './proposal-record';

type SentPart = z.infer<typeof sentPartSchema>;
type Target = z.infer<typeof proposalTargetSchema>;

export type SendResult =
  | { readonly kind: 'sent'; readonly proposal: Proposal }
  | { readonly kind: 'collided'; readonly draft: Draft; readonly collisions: readonly Collision[] };

export interface ProposalsOptions {
  readonly records: Records;
  readonly present: PresentWorld;
  readonly environments: () => readonly ResolvedEnvironment[];
  readonly forgeOf: (repository: string) => Promise<Forge>;
  /** Who acts through this server; `null` where that is not known. */
  readonly author: { readonly name: string; readonly email: string } | null;
}

const KIND = 'proposal';
const MOST = 500;
/** How often a base may move while we send; then somebody should look. */
const ATTEMPTS = 3;

/** One part of a draft with the forge that it goes to, on the base as it is now. */
interface Prepared extends DraftPart<DraftFile> {
  readonly forge: Forge;
  readonly tip: string;
}

/** Drafts that were sent out. */
export class Proposals {
  readonly #options: ProposalsOptions;
  /** What forges last said instead of an answer, by proposal. */
  readonly #troubles = new Map<string, string>();

  constructor(options: ProposalsOptions) {
    this.#options = options;
  }

  /** At most 500, the latest first. */
  async list(): Promise<Proposal[]> {
    const records = await this.#options.records.list(KIND, { limit: MOST });
    return records.map(recordToProposal).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Proposal> {
    const record = await this.#options.records.get(KIND, id);
    if (!record) throw new NotFoundError(`There is no proposal ${id}.`);
    return recordToProposal(record);
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
   * @throws ForgeError; the draft is the caller's, and nothing of it is lost. ConflictError when it was sent at the
   *   same time.
   */
  async send(input: z.infer<typeof sendInputSchema>): Promise<SendResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(input);
      } catch (error) {
        if (!(error instanceof MovedBaseError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async #send({ draft, title, summary, link }: z.infer<typeof sendInputSchema>): Promise<SendResult> {
    const { present, records, author } = this.#options;
    // What was merged or closed meanwhile is not to be written to again.
    const known = (await records.get(KIND, draft.id)) && (await this.refresh(draft.id));
    const open = known?.parts.filter(({ state }) => state === 'open') ?? [];
    const prepared = await this.#prepare(draft);
    const texts = await textsAtTips(prepared);
    const moved = rebase(draft, draft.base, (id) => texts.get(configPath(id)) ?? null);
    if (moved.collisions.length > 0) return { kind: 'collided', ...moved };
    const files = draftFiles(moved.draft);
    if (files.length === 0)
      throw new ForgeError(
        'invalid',
        'The draft changes nothing that the config repo does not have already.',
      );
    const edits = draftEdits(files.map(({ id, after }) => ({ id, text: after })));
    const { document, kept } = await present.ask((now) => {
      const found = plan({ ...now, edits });
      return { document: planToDocument(found, now, link), kept: planToRecord(found, now) };
    });

    const branch = branchName(draft.name, draft.id);
    const parts: SentPart[] = [];
    let proposal = known;
    for (const part of partsOf(files, this.#options.environments())) {
      const { forge, tip } = forgeFor(prepared, part);
      const before = open.find(({ repository, base }) => isAt(part, repository, base));
      const own = before?.branch ?? freeBranch(branch, part, known);
      const sending = forge.send({
        base: { branch: part.place.branch, commit: tip },
        branch: own,
        title,
        body: proposalBody(summary, document, []),
        files: part.files.map(({ id, after }) => ({ path: configPath(id), text: after })),
        author,
        previous: before?.commit ?? null,
      });
      let unopened: UnopenedError | undefined;
      const sent = await sending.catch((error: unknown) => {
        if (!(error instanceof UnopenedError)) throw error;
        unopened = error;
        return { commit: error.commit, number: null, url: null };
      });
      parts.push({
        ...sent,
        repository: part.place.repository,
        base: part.place.branch,
        branch: own,
        environments: [...part.environments],
        state: 'open',
        canMerge: forge.kind === 'local',
      });
      // At once: what fails from here on, the next attempt finds this branch as one of ours.
      const body: z.infer<typeof proposalBodySchema> = {
        title,
        summary,
        author: author?.name ?? null,
        draft: moved.draft,
        // Those that were closed, and those that are open still and that this draft no longer touches.
        parts: [...parts, ...(known?.parts ?? []).filter((other) => !parts.some(isSame(other)))],
        plan: kept,
      };
      proposal = recordToProposal(await records.put(KIND, draft.id, body, proposal?.version ?? 0));
      if (unopened) throw unopened;
    }
    await this.#link(parts, { title, summary, document });
    if (!proposal) throw new Error('A draft that changes something has parts.');
    return { kind: 'sent', proposal };
  }

  /** Merges the part on this branch, where Karma may. @throws NotFoundError, ForgeError, ConflictError */
  async merge(id: string, branch: string): Promise<Proposal> {
    const { author } = this.#options;
    return this.#update(id, async (part, proposal) => {
      if (part.branch !== branch || part.state !== 'open' || !part.canMerge) return part;
      const forge = await this.#options.forgeOf(part.repository);
      const { title } = proposal;
      await forge.merge(part, {
        base: { branch: part.base, commit: '' },
        branch: part.branch,
        title,
        author,
      });
      return { ...part, state: 'merged' };
    });
  }

  /** Ids of those of which something is still open. */
  async open(): Promise<string[]> {
    const all = await this.list();
    return all.flatMap(({ id, parts }) => (parts.some(({ state }) => state === 'open') ? [id] : []));
  }

  /** Asks the forges what became of it. @throws NotFoundError, ForgeError, ConflictError */
  async refresh(id: string): Promise<Proposal> {
    try {
      const proposal = await this.#update(id, async (part) => {
        if (part.state !== 'open') return part;
        const forge = await this.#options.forgeOf(part.repository);
        const { state } = await forge.stateOf(part, {
          base: { branch: part.base, commit: '' },
          branch: part.branch,
        });
        return { ...part, state };
      });
      this.#troubles.delete(id);
      return proposal;
    } catch (error) {
      if (error instanceof ForgeError) this.#troubles.set(id, error.message);
      throw error;
    }
  }

  /** How far it has come by what the sources say, and why its forge could not be asked the last time, if so. */
  async detail(
    proposal: Proposal,
  ): Promise<Proposal & { readonly progress: ProposalProgress; readonly trouble: string | null }> {
    const proposed = recordToProposed(proposal);
    const progress = await this.#options.present.ask((now) => progressOf({ ...proposed, ...now }));
    return { ...proposal, progress, trouble: this.#troubles.get(proposal.id) ?? null };
  }

  async #update(
    id: string,
    change: (part: SentPart, proposal: Proposal) => Promise<SentPart>,
  ): Promise<Proposal> {
    const { records } = this.#options;
    const record = await records.get(KIND, id);
    if (!record) throw new NotFoundError(`There is no proposal ${id}.`);
    const proposal = recordToProposal(record);
    const parts: SentPart[] = [];
    for (const part of proposal.parts) parts.push(await change(part, proposal));
    if (parts.every((part, index) => part.state === proposal.parts[index]?.state)) return proposal;
    const { id: _id, version: _version, sentAt: _sentAt, ...body } = { ...proposal, parts };
    return recordToProposal(await records.put(KIND, id, body, record.version));
  }

  async #prepare(draft: Draft): Promise<Prepared[]> {
    const files = draftFiles(draft);
    if (files.length === 0)
      throw new ForgeError('invalid', 'The draft changes nothing: there is nothing to send.');
    return Promise.all(
      partsOf(files, this.#options.environments()).map(async (part) => {
        const forge = await this.#options.forgeOf(part.place.repository);
        return { ...part, forge, tip: await forge.tip(part.place.branch) };
      }),
    );
  }

  /** Several pull requests of one draft name each other. */
  async #link(
    parts: readonly SentPart[],
    {
      title,
      summary,
      document,
    }: { readonly title: string; readonly summary: string; readonly document: PlanDocument },
  ): Promise<void> {
    if (parts.length < 2) return;
    for (const part of parts) {
      const others = parts.flatMap((other) => (other !== part && other.url !== null ? [other.url] : []));
      const forge = await this.#options.forgeOf(part.repository);
      await forge.describe(part, { title, body: proposalBody(summary, document, others) });
    }
  }
}

/** Text of every touched file on the branch that it goes to, by path. */
async function textsAtTips(prepared: readonly Prepared[]): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const { forge, tip, files } of prepared) {
    const paths = files.map(({ id }) => configPath(id));
    const read = await forge.read(tip, paths);
    for (const [index, path] of paths.entries()) texts.set(path, read[index] ?? null);
  }
  return texts;
}

function isAt({ place }: DraftPart<unknown>, repository: string, base: string): boolean {
  return place.repository === repository && place.branch === base;
}

/** Whether two parts are the same branch. */
const isSame =
  (one: SentPart) =>
  ({ repository, branch }: SentPart): boolean =>
    repository === one.repository && branch === one.branch;

function forgeFor(prepared: readonly Prepared[], part: DraftPart<unknown>): Prepared {
  const found = prepared.find((candidate) => isAt(candidate, part.place.repository, part.place.branch));
  if (!found) throw new Error('A rebase touches no other branches.');
  return found;
}
