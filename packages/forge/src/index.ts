export { ForgeError, type ForgeProblem, MovedBaseError } from './errors';
export type { FileChange, Forge, ProposalRequest, ProposalState, SentProposal } from './forge';
export { createLocalForge } from './local/local-forge';
export { branchName } from './safe-names';
