import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
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
  /** Linux only: what the kernel says the process holds in memory. */
  residentMegabytes(): number;
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
    residentMegabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Calls a query of the API and reads the whole answer. */
export function query(url: string, procedure: string, input: unknown): Promise<unknown> {
  return answerOf(procedure, `${url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
}

/** The same for a mutation. */
export function mutate(url: string, procedure: string, input: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return answerOf(procedure, `${url}/trpc/${procedure}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  });
}

async function answerOf(procedure: string, url: string, request?: RequestInit): Promise<unknown> {
  const answer = await fetch(url, request);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${JSON.stringify(body)}`);
  return body;
}
