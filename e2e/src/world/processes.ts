import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));
const cli = path.join(root, 'apps/cli/dist/karma.mjs');

/** Runs the built command line; gives what it printed. Rejects when it does not end with 0. */
export async function karma(...args: string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, [cli, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

export interface Server {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Serves a configuration on a free port; resolves when the server prints its address.
 * @param environment variables of the server, beside those of this process.
 */
export function serve(config: string, environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const child = spawn(process.execPath, [cli, 'serve', '--config', config, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output)?.[0];
      if (!address) return;
      resolve({
        address,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The server ended before it listened:\n${output}`)));
  });
}
