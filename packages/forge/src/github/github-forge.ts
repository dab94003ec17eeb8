import { App, Octokit } from 'octokit';
import pLimit from 'p-limit';
import { ForgeError, MovedBaseError, UnopenedError } from '../errors';
import type { FileChange, Forge, ProposalRequest, ProposalState } from '../forge';
import { assertOurs, type Tip, trailerOf } from '../ownership';
import { assertBranch, assertConfigPath, assertOwnBranch } from '../safe-names';
import { asking } from './explain';

/** As whom Karma talks to GitHub. */
export type GitHubAuth =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'app';
      readonly appId: string;
      readonly privateKey: string;
      readonly installationId: number;
    };

export interface GitHubOptions {
  readonly owner: string;
  readonly repository: string;
  readonly auth: GitHubAuth;
  /** API of an Enterprise server, `https://<host>/api/v3`; GitHub's own when left out. */
  readonly baseUrl?: string;
}

/** More requests at once, and GitHub takes it for abuse (its best practices for the REST API). */
const AT_ONCE = 8;

interface Target {
  readonly owner: string;
  readonly repo: string;
}

/** A config repo on GitHub. Commits are made by the Git data API: no clone, and no file but the touched ones. */
export async function createGitHubForge({
  owner,
  repository: repo,
  auth,
  baseUrl,
}: GitHubOptions): Promise<Forge> {
  const github = await connect(auth, baseUrl);
  const target = { owner, repo };
  const { git, pulls } = github.rest;

  const find = async (branch: string): Promise<string | null> => {
    try {
      const { data } = await asking(`the branch ${branch}`, () =>
        git.getRef({ ...target, ref: `heads/${branch}` }),
      );
      return data.object.sha;
    } catch (error) {
      if (error instanceof ForgeError && error.problem === 'not-found') return null;
      throw error;
    }
  };
  const tip = async (branch: string): Promise<string> => {
    assertBranch(branch);
    const commit = await find(branch);
    if (commit === null)
      throw new ForgeError(
        'not-found',
        `${owner}/${repo} has no branch ${branch}, or Karma may not read it.`,
      );
    return commit;
  };

  const openPull = async ({ base, branch, title, body }: ProposalRequest) => {
    const head = `${owner}:${branch}`;
    const { data: open } = await asking('open pull requests', () =>
      pulls.list({ ...target, head, base: base.branch, state: 'open', per_page: 1 }),
    );
    const [known] = open;
    if (!known) {
      const { data } = await asking('the pull request', () =>
        pulls.create({ ...target, head: branch, base: base.branch, title, body }),
      );
      return data;
    }
    const { data } = await asking('the pull request', () =>
      pulls.update({ ...target, pull_number: known.number, title, body }),
    );
    return data;
  };

  return {
    kind: 'github',
    tip,

    read: (commit, paths) => {
      for (const path of paths) assertConfigPath(path);
      return pLimit(AT_ONCE).map(paths, async (path) => {
        try {
          const { data } = await asking(path, () =>
            github.rest.repos.getContent({ ...target, path, ref: commit }),
          );
          const isFile = !Array.isArray(data) && data.type === 'file';
          if (!isFile) return null;
          // A large file comes without its content.
          const { content } =
            data.encoding === 'base64'
              ? data
              : (await asking(path, () => git.getBlob({ ...target, file_sha: data.sha }))).data;
          return Buffer.from(content, 'base64').toString('utf8');
        } catch (error) {
          if (error instanceof ForgeError && error.problem === 'not-found') return null;
          throw error;
        }
      });
    },

    async send(request) {
      const { base, branch, previous, files } = request;
      assertOwnBranch(branch);
      for (const { path } of files) assertConfigPath(path);
      if (files.length === 0)
        throw new ForgeError('invalid', 'The draft changes nothing: there is nothing to send.');
      const actual = await tip(base.branch);
      if (actual !== base.commit) throw new MovedBaseError(base.branch, base.commit, actual);
      const was = await find(branch);
      if (was !== null && was !== previous) assertOurs(await tipAt(github, target, was), request);
      const commit = await commitFiles(github, target, request);
      const ref = `heads/${branch}`;
      await asking(`the branch ${branch}`, async () => {
        if (was === null) await git.createRef({ ...target, ref: `refs/${ref}`, sha: commit });
        else await git.updateRef({ ...target, ref, sha: commit, force: true });
      });
      try {
        const { number, html_url: url } = await openPull(request);
        return { commit, number, url };
      } catch (error) {
        throw error instanceof ForgeError ? new UnopenedError(error, commit) : error;
      }
    },

    async describe({ number }, text) {
      if (number === null) return;
      await asking('the pull request', () => pulls.update({ ...target, pull_number: number, ...text }));
    },

    async stateOf({ number }): Promise<ProposalState> {
      // Its pull request could not be opened yet.
      if (number === null) return { state: 'open' };
      const { data } = await asking('the pull request', () => pulls.get({ ...target, pull_number: number }));
      if (data.merged) return { state: 'merged', commit: data.merge_commit_sha };
      return { state: data.state === 'open' ? 'open' : 'closed' };
    },

    merge({ url }) {
      const where = url === null ? 'on GitHub' : `at ${url}`;
      return Promise.reject(
        new ForgeError('invalid', `Pull requests are merged ${where}, where reviews are.`),
      );
    },
  };
}

async function connect(auth: GitHubAuth, baseUrl: string | undefined): Promise<Octokit> {
  const place = baseUrl === undefined ? {} : { baseUrl };
  // Retry and throttling are for jobs; a person who waits for an answer is told when to try again.
  const Client = Octokit.defaults({ ...place, retry: { enabled: false }, throttle: { enabled: false } });
  if (auth.kind === 'token') return new Client({ auth: auth.token });
  const { appId, privateKey, installationId } = auth;
  const app = new App({ appId, privateKey, Octokit: Client });
  return app.getInstallationOctokit(installationId);
}

async function tipAt({ rest: { git } }: Octokit, target: Target, commit: string): Promise<Tip> {
  const { data } = await asking('the branch', () => git.getCommit({ ...target, commit_sha: commit }));
  return { commit, tree: data.tree.sha, message: data.message };
}

/** One commit on top of the base, of the base's tree with the touched files. */
async function commitFiles(
  { rest: { git } }: Octokit,
  target: Target,
  { base, files, title, author, draft }: ProposalRequest,
): Promise<string> {
  const parent = await asking('the base commit', () => git.getCommit({ ...target, commit_sha: base.commit }));
  const tree = await asking('the tree', () =>
    git.createTree({ ...target, base_tree: parent.data.tree.sha, tree: files.map(fileToEntry) }),
  );
  const commit = await asking('the commit', () =>
    git.createCommit({
      ...target,
      message: `${title}\n\n${trailerOf(draft, tree.data.sha)}`,
      tree: tree.data.sha,
      parents: [base.commit],
      ...(author === null ? {} : { author }),
    }),
  );
  return commit.data.sha;
}

function fileToEntry({ path, text }: FileChange) {
  const entry = { path, mode: '100644' as const, type: 'blob' as const };
  return text === null ? { ...entry, sha: null } : { ...entry, content: text };
}
