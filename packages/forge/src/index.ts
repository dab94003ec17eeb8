export { ForgeError, type ForgeProblem, MovedBaseError, SentElsewhereError, UnopenedError } from './errors';
export type { FileChange, Forge, ProposalRequest, ProposalState, SentProposal } from './forge';
export { createGitHubForge, type GitHubAuth, type GitHubOptions } from './github/github-forge';
export { createLocalForge } from './local/local-forge';
export { branchName } from './safe-names';
