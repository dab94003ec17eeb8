import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runGit } from '@karma/git';
import { SourceUnavailableError } from '../source';
import { isRemote, withoutCredentials } from './repository';

/**
 * The branch that a repository (a path or a URL) calls its own: where its HEAD points.
 * @throws SourceUnavailableError
 */
export async function readDefaultBranch(repository: string, signal?: AbortSignal): Promise<string> {
  const shown = withoutCredentials(repository);
  try {
    const location = isRemote(repository) ? repository : resolve(repository);
    const args = ['ls-remote', '--symref', '--', location, 'HEAD'];
    const out = await runGit({ directory: tmpdir(), args, signal });
    const branch = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(out.toString('utf8'))?.[1];
    if (branch !== undefined) return branch;
  } catch (cause) {
    signal?.throwIfAborted();
    const remedy = 'Check the path or URL, and try `git ls-remote` on it.';
    throw new SourceUnavailableError('git', `${shown} cannot be read.`, remedy, { cause });
  }
  throw new SourceUnavailableError(
    'git',
    `${shown} has no default branch.`,
    'Check out a branch, or name one in karma.config.json (`branch`).',
  );
}
