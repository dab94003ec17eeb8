import { spawn } from 'node:child_process';

export class GitMissingError extends Error {
  override readonly name = 'GitMissingError';
}

/** Git ran and said no. */
export class GitFailedError extends Error {
  override readonly name = 'GitFailedError';
  constructor(
    readonly args: readonly string[],
    readonly exitCode: number | null,
    readonly stderr: string,
  ) {
    super(`git ${args[0]} failed (${exitCode}): ${stderr}`);
  }
}

/** What a hook or a shell may have set to point Git at another repository than the one that we name. */
const FOREIGN = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|PREFIX|.*OBJECT_DIRECTOR.*)$/;

/** Settings of the user that would change what we read. */
const SETTINGS = ['log.showSignature=false', 'log.showRoot=true', 'log.diffMerges=first-parent'].flatMap(
  (setting) => ['-c', setting],
);

function environment(ceiling: string | undefined): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
    GIT_HTTP_LOW_SPEED_LIMIT: '1000',
    GIT_HTTP_LOW_SPEED_TIME: '30',
    ...own,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    ...(ceiling === undefined ? {} : { GIT_CEILING_DIRECTORIES: ceiling }),
  };
}

export interface GitCall {
  readonly directory: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Git does not look for a repository in this directory or above it. */
  readonly ceiling?: string;
  /** Variables of its own, such as another index. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `git`, never through a shell, never asking anybody anything.
 * @returns what it printed, raw.
 * @throws GitFailedError, GitMissingError; the signal's reason when aborted.
 */
export function runGit({ directory, args, input, ceiling, variables, signal }: GitCall): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn('git', [...SETTINGS, '--literal-pathspecs', '-C', directory, ...args], {
      env: { ...environment(ceiling), ...variables },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const abort = () => child.kill();
    signal?.addEventListener('abort', abort, { once: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // Git may end before it has read all its input; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.on('error', (cause) =>
      reject(new GitMissingError('The program git could not be started.', { cause })),
    );
    child.on('close', (code) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitFailedError(args, code, Buffer.concat(err).toString('utf8').trim()));
    });
  });
}
