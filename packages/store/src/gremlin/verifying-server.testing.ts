import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

/** What the server knows of the principals that may connect. */
export interface Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration: Date;
}

export interface VerifyingServer {
  readonly url: string;
  readonly principals: Principal[];
  /** Dates of the signatures that were taken. */
  readonly taken: string[];
  /** Answers an error instead of passing a request on: as Neptune words it. */
  fault: (request: number, connection: number) => string | undefined;
  readonly stop: () => Promise<void>;
}

const REGION = 'eu-west-1';
const FIVE_MINUTES = 5 * 60_000;

/**
 * Stands before a Gremlin server as Neptune does with IAM authentication: takes only handshakes that are signed for
 * `neptune-db` in eu-west-1, now, by a principal that it knows and whose credentials still hold. The signature is
 * computed after AWS's description ("Create a signed AWS API request"), with nothing of what is tested.
 */
export async function startVerifyingServer(target: string): Promise<VerifyingServer> {
  let requests = 0;
  const wss = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient: ({ req }, decide) => {
      const reason = refusalOf(req, server.principals);
      if (reason === undefined) server.taken.push(`${req.headers['x-amz-date']}`);
      decide(
        reason === undefined,
        403,
        JSON.stringify({ code: 'AccessDeniedException', detailedMessage: reason }),
      );
    },
  });
  let connections = 0;
  wss.on('connection', (client) => {
    const connection = ++connections;
    const behind = new WebSocket(target);
    const opened = once(behind, 'open');
    client.on('message', async (message) => {
      await opened;
      const fault = server.fault(++requests, connection);
      if (fault === undefined) behind.send(message);
      else client.send(failure(`${message}`, fault));
    });
    behind.on('message', (message) => client.send(message));
    client.on('close', () => behind.terminate());
  });
  await once(wss, 'listening');
  const address = wss.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const server: VerifyingServer = {
    url: `ws://127.0.0.1:${address.port}/gremlin`,
    principals: [],
    taken: [],
    fault: () => undefined,
    stop: async () => {
      for (const client of wss.clients) client.terminate();
      wss.close();
      await once(wss, 'close');
    },
  };
  return server;
}

/** Neptune's words are JSON inside the status of an answer. */
function failure(request: string, code: string): string {
  const requestId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(request)?.[0];
  const message = JSON.stringify({ requestId, code, detailedMessage: `The request met with ${code}.` });
  return JSON.stringify({ requestId, status: { code: 500, message }, result: { data: null } });
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

function refusalOf({ url, headers }: IncomingMessage, principals: readonly Principal[]): string | undefined {
  const [, key, day, region, service, signedNames = '', signature] =
    AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  const principal = principals.find(({ accessKeyId }) => accessKeyId === key);
  if (!principal) return 'nobody is known by this key';
  if (principal.expiration.getTime() < Date.now()) return 'the security token has expired';
  if (headers['x-amz-security-token'] !== principal.sessionToken) return 'the security token is not valid';
  const date = `${headers['x-amz-date']}`;
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < FIVE_MINUTES) || !date.startsWith(`${day}T`))
    return 'the date is not now';
  if (region !== REGION || service !== 'neptune-db') return 'it is signed for something else';
  const names = signedNames.split(';');
  const needed = ['host', 'x-amz-date', ...(principal.sessionToken ? ['x-amz-security-token'] : [])];
  if (!needed.every((name) => names.includes(name))) return 'not all is signed';
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest();
  const signedHeaders = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = ['GET', url, '', signedHeaders, signedNames, sha256('')].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const derived = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${principal.secretAccessKey}`);
  return hmac(derived, toSign).toString('hex') === signature ? undefined : 'the signature does not match';
}
