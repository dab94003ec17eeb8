import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepError } from './terminal.mjs';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The exit code of what a signal ended. */
export const INTERRUPTED = 130;

/** npm and npx are scripts on Windows, which only a shell starts. */
const needsShell = (command) => process.platform === 'win32' && (command === 'npx' || command === 'npm');

/** Runs a command with its output shown; throws a `StepError` when it does not end well. */
export async function run(command, args, { cwd = root, env = {}, remedy } = {}) {
  const code = await exitCode(command, args, { cwd, env });
  if (code !== 0)
    throw new StepError(`${path.basename(command)} ${args.join(' ')} ended with code ${code}.`, remedy);
}

/** Runs a command with its output shown and gives its exit code; signals to us are its to answer. */
export function exitCode(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: needsShell(command),
    });
    // A terminal sends SIGINT to the child as well; SIGTERM comes to us alone.
    const wait = () => {};
    const terminate = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', terminate);
    const settle = (finish) => {
      process.off('SIGINT', wait).off('SIGTERM', terminate);
      finish();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, signal) =>
      settle(() => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? INTERRUPTED : 1))),
    );
  });
}

/** Runs a command quietly; gives its output, or `undefined` when it failed or is not there. */
export function read(command, args, { cwd = root } = {}) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell: needsShell(command) });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Runs a JavaScript tool of the workspace with this very Node, whatever shell or system it is. */
export function tool(script, args, options) {
  return run(process.execPath, [path.join(root, script), ...args], options);
}
