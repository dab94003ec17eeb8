import type { GitCall } from '@karma/git';
import { ForgeError } from '../errors';

/** Runs Git in the forge's repository; what it printed, trimmed. */
export type GitRunner = (
  args: readonly string[],
  options?: Pick<GitCall, 'input' | 'variables'>,
) => Promise<string>;

/**
 * The work tree that has a branch checked out; `null` when none has. Moving the branch under it would show the whole
 * merge as undone there.
 * @throws ForgeError when it has changes of its own, which a merge would have to touch.
 */
export async function checkedOutAt(git: GitRunner, branch: string): Promise<string | null> {
  const listed = await git(['worktree', 'list', '--porcelain']);
  const entry = listed
    .split('\n\n')
    .find((block) => block.split('\n').includes(`branch refs/heads/${branch}`));
  const folder = entry && /^worktree (.*)$/m.exec(entry)?.[1];
  if (folder === undefined || folder === '') return null;
  const changes = await git(['-C', folder, 'status', '--porcelain', '--untracked-files=no']);
  if (changes === '') return folder;
  throw new ForgeError(
    'conflict',
    `${branch} is checked out with changes that are not committed. Commit or put them aside, then merge again.`,
  );
}
