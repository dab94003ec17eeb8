import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Passes a request on to the service behind, and its answer back. */
export function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const behind = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  behind.on('error', () => incoming.socket.destroy());
  incoming.pipe(behind);
}
