import { ForgeError, SentElsewhereError } from './errors';
import type { ProposalRequest } from './forge';

/** The commit at the tip of a branch. */
export interface Tip {
  readonly commit: string;
  readonly tree: string;
  readonly message: string;
}

const TRAILER = /^Karma-Draft: (\S+) (\d+) ([0-9a-f]+)$/;

/** The last line of each commit that we make: which draft it is of, which attempt to send that, and what it holds. */
export function trailerOf({ id, attempt }: ProposalRequest['draft'], tree: string): string {
  return `Karma-Draft: ${encodeURIComponent(id)} ${attempt} ${tree}`;
}

/**
 * Lets a branch be written over when it is as we left it: as the caller knows it, or as an earlier attempt of the same
 * draft made it before it could be recorded.
 * @throws SentElsewhereError when another attempt was later; ForgeError when somebody else wrote to the branch.
 */
export function assertOurs({ commit, tree, message }: Tip, request: ProposalRequest): void {
  const { branch, previous, draft } = request;
  if (commit === previous) return;
  const [, id, attempt, made] = TRAILER.exec(message.trimEnd().split('\n').at(-1) ?? '') ?? [];
  // What somebody amended keeps the trailer, and holds another tree.
  if (id !== encodeURIComponent(draft.id) || made !== tree)
    throw new ForgeError(
      'conflict',
      `${branch} has commits that are not Karma's. Merge or rename that branch, then send the draft again.`,
    );
  if (Number(attempt) >= draft.attempt) throw new SentElsewhereError();
}
