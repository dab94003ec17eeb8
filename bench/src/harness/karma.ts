import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/karma.mjs', import.meta.url));

function start(args: readonly string[]): ChildProcess {
  if (!existsSync(CLI))
    throw new Error('The command line is not built: run `npm start` once, or `npm run build`.');
  return spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the built command line in a process of its own. @throws when it fails, with what it printed. */
export async function karma(...args: readonly string[]): Promise<string> {
  const child = start(args);
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(child, 'close');
  const text = Buffer.concat(printed).toString('utf8');
  if (code !== 0) throw new Error(`karma ${args.join(' ')} ended with ${code}:\n${text}`);
  return text;
}

export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Serves a configuration on a free port; resolves when the server answers. */
export async function serve(karmaConfig: string): Promise<Server> {
  const child = start(['serve', '--config', karmaConfig, '--port', '0']);
  const ended = once(child, 'close');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = /http:\/\/[\w.:[\]]+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => reject(new Error(`The server ended before it listened:\n${printed}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Calls a query of the API and reads the whole answer. */
export async function query(url: string, procedure: string, input: unknown): Promise<unknown> {
  const answer = await fetch(`${url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${JSON.stringify(body)}`);
  return body;
}
