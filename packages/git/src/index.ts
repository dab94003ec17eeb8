export { type GitCall, GitFailedError, GitMissingError, runGit } from './run-git';
