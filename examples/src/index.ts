export { addCommit, type NewCommit } from './add-commit';
export { createExample, type Example } from './create';
export { appendCommits, createRepository, runGit } from './git/fast-import';
export type { CommitToMake } from './git/history';
