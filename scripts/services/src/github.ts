import { once } from 'node:events';
import { createServer } from 'node:http';
import { createEmulator } from 'emulate';
import { forward } from './forward';
import { freePort } from './free-port';

const LOGIN = 'ada';
const TOKEN = 'test_token_admin';

/** What GitHub says instead of an answer. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** GitHub's API over repositories in memory, with a door that refuses what it is told to. */
export interface GitHub {
  readonly url: string;
  /** Who owns the repositories, and may do everything. */
  readonly login: string;
  readonly token: string;
  /** Asked of every request, as `POST /repos/ada/config/pulls`; `undefined` lets it through. */
  refusal: (request: string) => Refusal | undefined;
  /** The most requests that were under way together. */
  readonly mostAtOnce: number;
  /** Asks the API itself, past the door; the JSON of its answer. */
  ask(method: string, address: string, body?: object): Promise<unknown>;
  /** A repository with a branch `main` that has these files. */
  addRepository(name: string, files?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export async function startGitHub(): Promise<GitHub> {
  const emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: { tokens: { [TOKEN]: { login: LOGIN, scopes: ['repo'] } }, github: { users: [{ login: LOGIN }] } },
  });
  let [now, most] = [0, 0];
  const door = createServer((incoming, outgoing) => {
    now += 1;
    most = Math.max(most, now);
    outgoing.on('close', () => {
      now -= 1;
    });
    const refused = github.refusal(`${incoming.method} ${incoming.url?.split('?')[0]}`);
    if (!refused) return forward(emulator.url, incoming, outgoing);
    incoming.resume();
    outgoing.writeHead(refused.status, { 'content-type': 'application/json', ...refused.headers });
    outgoing.end(JSON.stringify({ message: refused.message }));
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');

  const ask: GitHub['ask'] = async (method, path, body) => {
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const github: GitHub = {
    url: `http://127.0.0.1:${address.port}`,
    login: LOGIN,
    token: TOKEN,
    refusal: () => undefined,
    get mostAtOnce() {
      return most;
    },
    ask,
    async addRepository(name, files = {}) {
      await ask('POST', '/user/repos', { name, auto_init: true });
      for (const [file, text] of Object.entries(files))
        await ask('PUT', `/repos/${LOGIN}/${name}/contents/${file}`, {
          message: `Add ${file}`,
          content: Buffer.from(text).toString('base64'),
        });
    },
    async stop() {
      door.close();
      door.closeAllConnections();
      await once(door, 'close');
      await emulator.close();
    },
  };
  return github;
}
