import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GitFailedError, GitMissingError, runGit } from '@karma/git';
import { distance } from 'fastest-levenshtein';
import { SourceUnavailableError } from '../source';

export interface RepositoryLocation {
  /** A path (work tree or bare, only read) or a URL (mirrored into the cache). */
  readonly repository: string;
  /** Where mirrors of URLs are kept; made when missing. */
  readonly cacheDirectory: string;
}

export interface Repository {
  /** The source that reads it, for messages. */
  readonly source: string;
  /** Runs one Git command in it. @throws SourceUnavailableError */
  git(args: readonly string[], input?: string, signal?: AbortSignal): Promise<Buffer>;
  /** Brings a mirror up to date (a local path needs nothing), then gives the branch's commit. */
  tip(branch: string, signal?: AbortSignal): Promise<string>;
}

const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\//i;
const SSH_LIKE = /^[^/\\:]+@[^/\\:]+:/;

export function isRemote(repository: string): boolean {
  return URL_LIKE.test(repository) || SSH_LIKE.test(repository);
}

/** Without user names and passwords: fit for messages and logs. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/gi, '$1');
}

/** One fetch at a time for each mirror; those who ask meanwhile share it. */
const fetching = new Map<string, Promise<unknown>>();

/**
 * @param source name for messages, as in `Source.name`.
 */
export function openRepository(source: string, location: RepositoryLocation): Repository {
  const remote = isRemote(location.repository);
  const directory = remote
    ? join(resolve(location.cacheDirectory), `${digest(location.repository)}.git`)
    : resolve(location.repository);
  const shown = withoutCredentials(location.repository);

  const git: Repository['git'] = async (args, input, signal) => {
    try {
      const ceiling = remote ? dirname(directory) : dirname(await realpath(directory));
      return await runGit({ directory, args, ceiling, signal, ...(input === undefined ? {} : { input }) });
    } catch (error) {
      throw unavailable(source, shown, error);
    }
  };

  const mirror = async (signal?: AbortSignal) => {
    try {
      await mkdir(directory, { recursive: true });
    } catch (cause) {
      throw new SourceUnavailableError(
        source,
        `The cache ${directory} cannot be written.`,
        'Make it writable, or configure another cache directory.',
        { cause },
      );
    }
    await git(['init', '--quiet', '--bare'], undefined, signal);
    const refs = '+refs/heads/*:refs/heads/*';
    const fetch = ['fetch', '--quiet', '--prune', '--no-tags', '--', location.repository, refs];
    await git(fetch, undefined, signal);
  };

  const refresh = async (signal?: AbortSignal) => {
    if (!remote) return;
    const running = fetching.get(directory) ?? mirror(signal).finally(() => fetching.delete(directory));
    fetching.set(directory, running);
    await running;
  };

  return {
    source,
    git,
    async tip(branch, signal) {
      await refresh(signal);
      const refs = [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`];
      const out = await git(['for-each-ref', '--format=%(refname) %(objectname)'], undefined, signal);
      const known = new Map<string, string>();
      for (const line of out.toString('utf8').split('\n')) {
        const space = line.lastIndexOf(' ');
        if (space > 0) known.set(line.slice(0, space), line.slice(space + 1));
      }
      const found = refs.map((ref) => known.get(ref)).find((commit) => commit !== undefined);
      if (found === undefined) throw noSuchBranch(source, shown, branch, [...known.keys()]);
      return found;
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function noSuchBranch(source: string, repository: string, branch: string, refs: readonly string[]) {
  const names = new Set(
    refs.map((ref) => ref.replace(/^refs\/(heads|remotes\/origin)\//, '')).filter((ref) => ref !== 'HEAD'),
  );
  const near = [...names]
    .filter((name) => !name.startsWith('refs/'))
    .sort((a, b) => distance(a, branch) - distance(b, branch) || (a < b ? -1 : 1))
    .slice(0, 5);
  return new SourceUnavailableError(
    source,
    `${repository} has no branch "${branch}".`,
    near.length === 0
      ? 'It has no branches at all: make a first commit.'
      : `Name one that it has, for example: ${near.join(', ')}.`,
  );
}

/** What Git says on failing, and what to do about it; the first that matches. */
const REMEDIES: readonly (readonly [RegExp, string, string])[] = [
  [
    /dubious ownership/,
    'belongs to another user, and Git refuses to read it.',
    'Run: git config --global --add safe.directory <path>.',
  ],
  [
    /not a git repository|cannot change to|does not appear to be a git repository|repository .*not found|does not exist/i,
    'is not a Git repository.',
    'Check the path or URL in the configuration; for a private repository, check access too.',
  ],
  [
    /authentication failed|permission denied|could not read (username|password)|terminal prompts disabled|access denied|HTTP 40[13]|host key verification/i,
    'refuses access.',
    'Give Git a credential helper or an SSH key for it (Karma never asks), and try `git ls-remote <url>`.',
  ],
  [
    /could not resolve host|connection|timed out|unable to access|early eof|hung up/i,
    'cannot be reached.',
    'Check the network and the URL; the last good state stays, and the next sync tries again.',
  ],
  [
    /bad object|missing|unable to read|corrupt|shallow/i,
    'is incomplete.',
    'Run `git fsck`; complete a shallow clone with `git fetch --unshallow`.',
  ],
];

function unavailable(source: string, repository: string, cause: unknown): unknown {
  if (cause instanceof GitMissingError)
    return new SourceUnavailableError(
      source,
      'The program git was not found.',
      'Install Git and put it on the PATH.',
      { cause },
    );
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    return new SourceUnavailableError(
      source,
      `${repository} does not exist.`,
      'Check the path in the configuration.',
      { cause },
    );
  if (!(cause instanceof GitFailedError)) return cause;
  const [, reason, remedy] = REMEDIES.find(([pattern]) => pattern.test(cause.stderr)) ?? [
    undefined,
    'cannot be read.',
    'Run the same Git command by hand to see why.',
  ];
  const said = withoutCredentials(cause.stderr.split('\n').slice(0, 3).join(' '));
  return new SourceUnavailableError(source, `${repository} ${reason} Git says: ${said}`, remedy, { cause });
}
