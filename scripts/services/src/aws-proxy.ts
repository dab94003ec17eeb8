import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { forward } from './forward';

/** What to answer instead of the service behind. */
export type Fault =
  /** As AWS says it: `ThrottlingException`, `AccessDeniedException`; S3 has `SlowDown`, `AccessDenied`. */
  | { readonly status: number; readonly code: string; readonly message?: string }
  /** Of a JSON protocol: what it says when all is well. */
  | { readonly answer: unknown }
  | 'cut the connection';

/** Stands between a client and AWS: counts the calls, throttles and fails as it is told. */
export interface AwsProxy {
  readonly url: string;
  /** Action of each call so far, those too that failed: `DescribeParameters`; for S3, method and path. */
  readonly calls: string[];
  /** Asked of every call; `undefined` lets it through. */
  fault: (action: string, call: number, headers: IncomingHttpHeaders) => Fault | undefined;
  readonly stop: () => Promise<void>;
}

/** @param target endpoint of the service behind. */
export async function startAwsProxy(target: string): Promise<AwsProxy> {
  const calls: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const action = actionOf(incoming);
    calls.push(action);
    const fault = proxy.fault(action, calls.length, incoming.headers);
    if (fault === undefined) forward(target, incoming, outgoing);
    else if (fault === 'cut the connection') incoming.socket.destroy();
    else {
      incoming.resume();
      if ('answer' in fault) outgoing.writeHead(200, JSON_TYPE).end(JSON.stringify(fault.answer));
      else refuse(fault, incoming, outgoing);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const proxy: AwsProxy = {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    fault: () => undefined,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}

function actionOf({ headers, method, url }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? (target.split('.').at(-1) ?? target) : `${method} ${url}`;
}

const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.1' };

/** JSON protocols have the code in the body and in a header; S3 answers XML, and STS wraps it once more. */
function refuse(
  { status, code, message = '' }: { status: number; code: string; message?: string },
  { headers }: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if (headers['x-amz-target'] !== undefined) {
    outgoing.writeHead(status, { ...JSON_TYPE, 'x-amzn-errortype': code });
    outgoing.end(JSON.stringify({ __type: code, message }));
    return;
  }
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  outgoing.writeHead(status, { 'content-type': 'text/xml' });
  outgoing.end(isForm ? `<ErrorResponse>${error}</ErrorResponse>` : error);
}
