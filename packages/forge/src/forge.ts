/** The text of one config file after the change; `null` deletes it. */
export interface FileChange {
  /** `iac/<environment>/<type>/<nickname>/config.json`; nothing else is written. */
  readonly path: string;
  readonly text: string | null;
}

/** What is sent out for one branch of the config repo. */
export interface ProposalRequest {
  /** The branch that it is to be merged into, and the commit of it that the texts were made for. */
  readonly base: { readonly branch: string; readonly commit: string };
  /** Branch to make or to update: `karma/<words>`. */
  readonly branch: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly files: readonly FileChange[];
  readonly author: { readonly name: string; readonly email: string } | null;
  /** Commit of `branch` as we last left it; `null` where it is not known to exist. */
  readonly previous: string | null;
  /**
   * The draft that is sent, and a number that grows with each attempt. Both stand in the commit: a branch that was made
   * and never recorded is found as ours, and of two attempts at once the later one counts.
   */
  readonly draft: { readonly id: string; readonly attempt: number };
}

/** What was sent out, as the forge has it. */
export interface SentProposal {
  /** Commit of the branch. */
  readonly commit: string;
  /** Of the pull request; `null` where the forge has none. */
  readonly number: number | null;
  readonly url: string | null;
}

/** What became of it. */
export type ProposalState =
  | { readonly state: 'open' }
  | { readonly state: 'merged'; readonly commit: string | null }
  | { readonly state: 'closed' };

/** Where proposals go. One for each config repo. */
export interface Forge {
  readonly kind: 'local' | 'github';
  /** Commit of a branch. @throws ForgeError */
  tip(branch: string): Promise<string>;
  /** Texts of config files at a commit, in the order of the paths; `null` where there is none. @throws ForgeError */
  read(commit: string, paths: readonly string[]): Promise<readonly (string | null)[]>;
  /**
   * Makes the branch with one commit on top of the base and opens the pull request, or brings both up to date.
   * @throws MovedBaseError when the base has other commits by now; SentElsewhereError when a later attempt was there
   *   first; UnopenedError when only the branch could be made; ForgeError. Nothing is lost then: send it again.
   */
  send(request: ProposalRequest): Promise<SentProposal>;
  /** Gives an open pull request another text. @throws ForgeError */
  describe(sent: SentProposal, text: { readonly title: string; readonly body: string }): Promise<void>;
  /** @throws ForgeError */
  stateOf(sent: SentProposal, request: Pick<ProposalRequest, 'base' | 'branch'>): Promise<ProposalState>;
  /**
   * Merges it, where the forge lets Karma do so: a local repository has no other place to press the button.
   * @returns the commit of the base branch afterwards.
   * @throws ForgeError when it conflicts, or the forge wants people to merge there.
   */
  merge(
    sent: SentProposal,
    request: Pick<ProposalRequest, 'base' | 'branch' | 'title' | 'author'>,
  ): Promise<string>;
}
