import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { CommitToMake } from './history';

/** Branch that others start from. */
const TRUNK = 'main';

/**
 * Makes a Git repository in `directory` with these commits, through one `git fast-import`, and checks out `main`
 * unless told not to. Same commits, same ids, on every machine.
 */
export function createRepository(
  directory: string,
  commits: Iterable<CommitToMake>,
  { checkout = true }: { readonly checkout?: boolean } = {},
): void {
  mkdirSync(directory, { recursive: true });
  runGit(directory, ['init', '--quiet', `--initial-branch=${TRUNK}`]);
  fastImport(directory, commits, new Set());
  if (checkout) runGit(directory, ['checkout', '--quiet', '--force', TRUNK]);
}

/** Adds commits on top of branches that are there. Leaves the working tree alone. */
export function appendCommits(directory: string, commits: readonly CommitToMake[]): void {
  fastImport(directory, commits, new Set(commits.map(({ branch }) => branch)));
}

interface GitOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs Git apart from what the machine's user has set: no hooks, no signing, no line ending changes. */
export function runGit(
  directory: string,
  args: readonly string[],
  { input = '', environment = {} }: GitOptions = {},
): string {
  const settings = ['core.hooksPath=/dev/null', 'commit.gpgSign=false', 'core.autocrlf=false'];
  return execFileSync('git', ['-C', directory, ...settings.flatMap((setting) => ['-c', setting]), ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 28,
  });
}

function fastImport(directory: string, commits: Iterable<CommitToMake>, existing: ReadonlySet<string>): void {
  runGit(directory, ['fast-import', '--quiet', '--date-format=raw'], {
    input: fastImportStream(commits, existing),
  });
}

function fastImportStream(commits: Iterable<CommitToMake>, existing: ReadonlySet<string>): string {
  const tips = new Map<string, number>();
  const lines: string[] = [];
  let mark = 0;
  for (const commit of commits) {
    mark += 1;
    const seconds = Date.parse(commit.at) / 1000;
    const signature = `${commit.by.name} <${commit.by.email}> ${seconds} +0000`;
    lines.push(`commit refs/heads/${commit.branch}`, `mark :${mark}`);
    lines.push(`author ${signature}`, `committer ${signature}`, data(`${commit.message}\n`));
    const parent = tips.get(commit.branch) ?? tips.get(TRUNK);
    if (parent !== undefined) lines.push(`from :${parent}`);
    else if (existing.has(commit.branch)) lines.push(`from refs/heads/${commit.branch}^0`);
    const merged = commit.merged === undefined ? undefined : tips.get(commit.merged);
    if (merged !== undefined) lines.push(`merge :${merged}`);
    for (const [path, text] of commit.files)
      if (text === null) lines.push(`D ${quoted(path)}`);
      else lines.push(`M 100644 inline ${quoted(path)}`, data(text));
    lines.push('');
    tips.set(commit.branch, mark);
  }
  lines.push('done', '');
  return lines.join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function quoted(path: string): string {
  return /^[\w./+=@-]+$/.test(path) ? path : JSON.stringify(path);
}
