import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port';
import { folderOf } from './provisions';
import { listening, stop } from './started';

export interface Moto {
  /** `http://127.0.0.1:<port>`, the endpoint of every AWS service. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const SERVE = fileURLToPath(new URL('../moto/serve.py', import.meta.url));

/**
 * Starts moto, which speaks the protocols of AWS, over empty accounts, in memory, on a free loopback port. Any
 * credentials are those of account 123456789012; assume a role of another account to be there. It ends with `stop`,
 * and with the process that started it. Ask `whyMissing('moto')` first.
 */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn(join(folderOf('moto'), 'venv/bin/python'), [SERVE, String(port)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4000);
    });
  await listening(child, port, () => output);
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}
