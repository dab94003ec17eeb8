import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server, and is what can happen to a network. */
export interface TcpProxy {
  readonly port: number;
  /** Connections taken so far. */
  readonly connections: () => number;
  /** Asked of every piece that the server sends, before it is passed on: what becomes of it. */
  onAnswer: (piece: Buffer) => Fate;
  /** Asked of every piece that the client sends. */
  onRequest: (piece: Buffer) => Fate;
  /** Cuts all connections there are. */
  readonly cut: () => void;
  /** Whether new connections are taken. */
  isOpen: boolean;
  readonly stop: () => Promise<void>;
}

export type Fate =
  | 'pass'
  /** The connection ends, and what was in it is lost. */
  | 'cut'
  /** So many bytes pass, then the connection ends. */
  | { readonly cutAfter: number }
  /** Nothing passes any more, and nobody is told. */
  | 'stall'
  /** It passes so many milliseconds later, and so does what comes after it. */
  | { readonly delay: number };

/** @param target `host:port` of the server behind, on this machine. */
export async function startTcpProxy(target: URL): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    if (!proxy.isOpen) {
      client.destroy();
      return;
    }
    count++;
    const behind = connect(Number(target.port), target.hostname);
    const end = () => {
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    pass(client, behind, (piece) => proxy.onRequest(piece), end);
    pass(behind, client, (piece) => proxy.onAnswer(piece), end);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const proxy: TcpProxy = {
    port: address.port,
    connections: () => count,
    onAnswer: () => 'pass',
    onRequest: () => 'pass',
    cut,
    isOpen: true,
    async stop() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
  return proxy;
}

function pass(from: Socket, to: Socket, decide: (piece: Buffer) => Fate, end: () => void): void {
  from.on('data', (piece) => {
    const fate = decide(piece);
    if (fate === 'pass') to.write(piece);
    else if (fate === 'cut') end();
    else if (fate === 'stall') from.removeAllListeners('data').resume();
    else if ('cutAfter' in fate) to.write(piece.subarray(0, fate.cutAfter), end);
    else {
      from.pause();
      setTimeout(() => {
        to.write(piece);
        from.resume();
      }, fate.delay);
    }
  });
}
