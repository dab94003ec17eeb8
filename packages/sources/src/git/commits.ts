import type { Repository } from './repository';

/** One file of a commit or a tree. */
export interface FileChange {
  readonly path: string;
  /** Blob id; `null` when the file is gone. */
  readonly blob: string | null;
}

export interface Commit {
  readonly id: string;
  /** Committer date, seconds since 1970. */
  readonly seconds: number;
  /** `Name <email>` of the author. */
  readonly author: string;
  /** First line. */
  readonly message: string;
  /** Against the first parent. */
  readonly changes: readonly FileChange[];
}

const HEADER = ['%H', '%ct', '%an', '%ae', '%s'];
const FORMAT = `--format=${HEADER.join('%x00')}`;

/**
 * First-parent commits of `range` (`<old>..<new>` or `<commit>`) that touched `paths`, oldest first, in one process.
 * A merge counts as what it brought to its first parent.
 */
export async function readCommits(
  repository: Repository,
  range: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Commit[]> {
  const flags = ['--first-parent', '--reverse', '-m', '--raw', '-z', '--no-renames', '--no-abbrev'];
  const args = ['log', ...flags, '--encoding=UTF-8', FORMAT, range, '--', ...paths];
  return parseLog(await repository.git(args, undefined, signal));
}

/** The commit itself, with every file below `paths` as its changes. */
export async function readWholeCommit(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Commit> {
  const args = ['log', '-1', '--no-patch', '-z', '--encoding=UTF-8', FORMAT, commit, '--'];
  const [header, changes] = await Promise.all([
    repository.git(args, undefined, signal),
    readTree(repository, commit, paths, signal),
  ]);
  const [first] = parseLog(header);
  if (first === undefined) throw new Error(`git log printed nothing for ${commit}`);
  return { ...first, changes };
}

/** Every file below `paths` at a commit. */
export async function readTree(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<FileChange[]> {
  const out = await repository.git(
    ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths],
    undefined,
    signal,
  );
  const files: FileChange[] = [];
  for (const entry of fields(out)) {
    const tab = entry.indexOf(0x09);
    const [, type, blob] = entry.toString('latin1', 0, tab).split(' ');
    if (type === 'blob' && blob !== undefined) files.push({ path: pathText(entry.subarray(tab + 1)), blob });
  }
  return files;
}

function parseLog(out: Buffer): Commit[] {
  const commits: Commit[] = [];
  let changes: FileChange[] = [];
  const all = fields(out);
  const text = (buffer: Buffer | undefined) => buffer?.toString('utf8') ?? '';
  for (let at = 0; at < all.length; ) {
    const field = all[at];
    const raw = field?.toString('latin1').trimStart() ?? '';
    const path = all[at + 1];
    if (raw.startsWith(':') && path !== undefined) {
      const [, mode = '', , blob = ''] = raw.split(' ');
      // A submodule holds no file of ours; neither does a deleted one.
      const kept = mode.startsWith('1') && mode !== '160000';
      changes.push({ path: pathText(path), blob: kept ? blob : null });
      at += 2;
    } else {
      changes = [];
      const [, seconds, name, email, subject] = all.slice(at, at + HEADER.length).map(text);
      const author = `${name} <${email}>`;
      commits.push({ id: raw, seconds: secondsOf(seconds), author, message: subject ?? '', changes });
      at += HEADER.length;
    }
  }
  return commits;
}

/** A commit may claim any date; beyond the year 9999, ISO 8601 texts no longer sort. */
function secondsOf(text: string | undefined): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 253_402_300_799) : 0;
}

/** Splits at NUL; what Git prints with `-z`. */
function fields(out: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = out.indexOf(0); end >= 0; end = out.indexOf(0, start)) {
    parts.push(out.subarray(start, end));
    start = end + 1;
  }
  if (start < out.length) parts.push(out.subarray(start));
  return parts;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Paths are bytes in Git. One that is not UTF-8 keeps each foreign byte as `\xNN`, so that no two become one. */
function pathText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
  }
}
