import type { Records } from '@karma/store';
import {
  latestFirst,
  type Proposal,
  type ProposalContent,
  proposalContentSchema,
  recordToProposal,
} from './proposal-record';

const KIND = 'proposal';
const PAGE = 200;

/**
 * Proposals as Records keep them. One without parts is claimed by somebody who sends it for the first time: it is not
 * told of.
 */
export class KeptProposals {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async find(id: string): Promise<Proposal | undefined> {
    const record = await this.#records.get(KIND, id);
    return record && recordToProposal(record);
  }

  /** All that were sent, the latest first. */
  async all(): Promise<Proposal[]> {
    const found: Proposal[] = [];
    for (let after = ''; ; ) {
      const page = await this.#records.list(KIND, { limit: PAGE, after });
      found.push(...page.map(recordToProposal));
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.id;
    }
    return found.filter(({ parts }) => parts.length > 0).sort(latestFirst);
  }

  /**
   * @param version that it was read at; 0 for a new one.
   * @throws ConflictError when somebody else wrote it since.
   */
  async put(id: string, content: ProposalContent, version: number): Promise<Proposal> {
    return recordToProposal(await this.#records.put(KIND, id, proposalContentSchema.parse(content), version));
  }
}
