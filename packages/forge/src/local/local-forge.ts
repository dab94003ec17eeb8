import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GitFailedError, GitMissingError, runGit } from '@karma/git';
import pLimit from 'p-limit';
import { ForgeError, MovedBaseError } from '../errors';
import type { FileChange, Forge, ProposalRequest, ProposalState, SentProposal } from '../forge';
import { assertOurs, type Tip, trailerOf } from '../ownership';
import { assertBranch, assertConfigPath, assertOwnBranch } from '../safe-names';
import { checkedOutAt, type GitRunner } from './work-tree';

const KARMA = { name: 'Karma', email: 'karma@localhost' };
/** At once, of `git`. */
const PROCESSES = 8;
const NOTHING = '0000000000000000000000000000000000000000';

/**
 * A Git repository on this machine, bare or with a work tree, where Karma makes branches and merges them itself. No
 * file of a work tree is touched before the merge, and then only where it has the base checked out and clean.
 * @param directory of the repository.
 */
export function createLocalForge(directory: string): Forge {
  const git: GitRunner = async (args, options = {}) => {
    try {
      return (await runGit({ directory, args, ...options })).toString('utf8').trim();
    } catch (error) {
      if (error instanceof GitMissingError)
        throw new ForgeError(
          'unreachable',
          'Git is not installed: the program git could not be started.',
          null,
          { cause: error },
        );
      throw error;
    }
  };
  const find = async (branch: string): Promise<string | null> => {
    try {
      return await git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`]);
    } catch (error) {
      if (error instanceof GitFailedError && error.exitCode === 1) return null;
      throw failed(error);
    }
  };
  const tip = async (branch: string): Promise<string> => {
    assertBranch(branch);
    const commit = await find(branch);
    if (commit === null) throw new ForgeError('not-found', `The config repo has no branch ${branch}.`);
    return commit;
  };

  return {
    kind: 'local',
    tip,

    async read(commit, paths) {
      for (const file of paths) assertConfigPath(file);
      try {
        const listed = await git(['ls-tree', '-z', commit, '--', ...paths]);
        const blobs = new Map(
          listed.split('\0').map((line) => {
            const [entry = '', file = ''] = line.split('\t');
            return [file, entry.split(' ')[2]] as const;
          }),
        );
        return await pLimit(PROCESSES).map(paths, async (file) => {
          const blob = blobs.get(file);
          if (blob === undefined) return null;
          return (await runGit({ directory, args: ['cat-file', 'blob', blob] })).toString('utf8');
        });
      } catch (error) {
        throw failed(error);
      }
    },

    async send(request) {
      check(request);
      const { base, branch } = request;
      const actual = await tip(base.branch);
      if (actual !== base.commit) throw new MovedBaseError(base.branch, base.commit, actual);
      const was = await find(branch);
      try {
        if (was !== null) assertOurs(await tipAt(git, was), request);
        const tree = await writeTree(git, base.commit, request.files);
        const { title, body, draft, author } = request;
        const message = [title, body, trailerOf(draft, tree)].filter(Boolean).join('\n\n');
        const commit = await commitTree(git, tree, [base.commit], { message, author });
        await git(['update-ref', `refs/heads/${branch}`, commit, was ?? NOTHING]);
        return { commit, number: null, url: null };
      } catch (error) {
        throw failed(error);
      }
    },

    async describe() {},

    async stateOf({ commit }, { base, branch }): Promise<ProposalState> {
      const merged = await isAncestor(git, commit, await tip(base.branch));
      if (merged) return { state: 'merged', commit: await tip(base.branch) };
      return (await find(branch)) === null ? { state: 'closed' } : { state: 'open' };
    },

    async merge({ commit }: SentProposal, { base, branch, title, author }) {
      const onto = await tip(base.branch);
      if (await isAncestor(git, commit, onto)) return onto;
      try {
        const merged = await mergeCommit(git, { onto, commit, message: `Merge ${branch}: ${title}`, author });
        const workTree = await checkedOutAt(git, base.branch);
        if (workTree === null) await git(['update-ref', `refs/heads/${base.branch}`, merged, onto]);
        else await git(['-C', workTree, 'merge', '--ff-only', '--quiet', merged]);
        return merged;
      } catch (error) {
        throw failed(error);
      }
    },
  };
}

function check({ base, branch, files }: ProposalRequest): void {
  assertOwnBranch(branch);
  assertBranch(base.branch);
  for (const { path: file } of files) assertConfigPath(file);
  if (files.length === 0)
    throw new ForgeError('invalid', 'The draft changes nothing: there is nothing to send.');
}

async function tipAt(git: GitRunner, commit: string): Promise<Tip> {
  const [tree = '', ...message] = (await git(['show', '--no-patch', '--format=%T%n%B', commit])).split('\n');
  return { commit, tree, message: message.join('\n') };
}

function failed(error: unknown): ForgeError {
  if (error instanceof ForgeError) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (/cannot lock ref/i.test(said))
    return new ForgeError(
      'conflict',
      'Somebody else wrote to the branch at the same time. Try again.',
      null,
      {
        cause: error,
      },
    );
  const isConflict = /conflict|would be overwritten|Not possible to fast-forward/i.test(said);
  return new ForgeError(isConflict ? 'conflict' : 'invalid', `Git refused: ${said}`, null, { cause: error });
}

/** The base's tree with the changed files, made in an index of its own. */
async function writeTree(git: GitRunner, base: string, files: readonly FileChange[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'karma-index-'));
  const variables = { GIT_INDEX_FILE: path.join(folder, 'index') };
  try {
    await git(['read-tree', base], { variables });
    const lines: string[] = [];
    for (const { path: file, text } of files) {
      const blob =
        text === null
          ? NOTHING
          : await git(['hash-object', '-w', '--stdin', '--no-filters'], { input: text });
      lines.push(`${text === null ? '0' : '100644'} ${blob}\t${file}\n`);
    }
    await git(['update-index', '--index-info'], { variables, input: lines.join('') });
    return await git(['write-tree'], { variables });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function commitTree(
  git: GitRunner,
  tree: string,
  parents: readonly string[],
  { message, author }: Pick<ProposalRequest, 'author'> & { readonly message: string },
): Promise<string> {
  const by = author ?? KARMA;
  const variables = {
    GIT_AUTHOR_NAME: by.name,
    GIT_AUTHOR_EMAIL: by.email,
    GIT_COMMITTER_NAME: KARMA.name,
    GIT_COMMITTER_EMAIL: KARMA.email,
  };
  return git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'], {
    variables,
    input: `${message}\n`,
  });
}

async function isAncestor(git: GitRunner, commit: string, of: string): Promise<boolean> {
  try {
    await git(['merge-base', '--is-ancestor', commit, of]);
    return true;
  } catch (error) {
    if (error instanceof GitFailedError && error.exitCode === 1) return false;
    throw failed(error);
  }
}

interface Merge {
  readonly onto: string;
  readonly commit: string;
  readonly message: string;
  readonly author: ProposalRequest['author'];
}

/** A commit with both parents. @throws ForgeError when they do not merge by themselves. */
async function mergeCommit(git: GitRunner, { onto, commit, message, author }: Merge): Promise<string> {
  let tree: string;
  try {
    tree = await git(['merge-tree', '--write-tree', '--no-messages', onto, commit]);
  } catch (error) {
    if (!(error instanceof GitFailedError) || error.exitCode !== 1) throw error;
    throw new ForgeError(
      'conflict',
      'The base changed the same lines meanwhile. Bring the draft up to date, look at what collides, and send it again.',
      null,
      { cause: error },
    );
  }
  return commitTree(git, tree, [onto, commit], { message, author });
}
