import { spawnSync } from 'node:child_process';

/** A service cannot be had on this machine. The message says why and what to do. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
}

/** Whether a command is there, by whether it ends well with these arguments. */
export function hasCommand(command: string, args: readonly string[] = ['--version']): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs a command; its output is shown only when it fails. @throws ProvisionError */
export function runQuietly(command: string, args: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const last = (error?.message ?? `${stdout}${stderr}`).trim().split('\n').slice(-20).join('\n');
  throw new ProvisionError(`${command} ${args.slice(0, 3).join(' ')} … ended with code ${status}:\n${last}`);
}

/**
 * Installs Debian packages where that is possible: as root, with apt-get.
 * @throws ProvisionError with the remedy elsewhere.
 */
export function installDebian(packages: readonly string[], remedy: string): void {
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) throw new ProvisionError(remedy);
  runQuietly('apt-get', ['update']);
  runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
}
